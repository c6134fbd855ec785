import { formatClock, formatNumber, formatSeconds } from '../../base/format'
import type { Instability, RunSummary } from '../runResult'
import type { Bottleneck, Effect, Headroom } from './attribution'

/** What the verdict speaks of. */
export interface Findings {
  readonly summary: RunSummary
  /** Why the run was stopped, if it was. */
  readonly instability: Instability | undefined
  readonly bottleneck: Bottleneck | null
  readonly effect: Effect | null
  readonly headroom: Headroom | null
}

/** What happened, in at most five sentences; each is there by a rule, or not at all. */
export function verdict(findings: Findings): string[] {
  return [unstable(findings), cause(findings), effectOf(findings), room(findings), losses(findings)].filter(
    (sentence) => sentence !== undefined,
  )
}

function unstable({ instability }: Findings): string | undefined {
  if (instability === undefined) return undefined
  return instability.resource === 'background'
    ? 'Background tasks began faster than they ended, so the run was stopped.'
    : 'Requests came faster than they could be served, so the run was stopped.'
}

function cause({ bottleneck, instability, summary: { latency, requests } }: Findings): string | undefined {
  if (bottleneck === null) {
    if (latency.count === 0)
      return requests.completed > 0 ? 'No request was completed after the warm-up.' : 'No request was completed.'
    return instability === undefined ? 'Nothing held requests back.' : undefined
  }
  const { component, resource, sinceSeconds } = bottleneck
  const since = sinceSeconds > 0 ? `from t = ${formatClock(sinceSeconds)} on` : 'from the beginning'
  return {
    cpu: `Requests waited for the CPU of ${component} ${since}.`,
    ram: `Requests waited for RAM on ${component} ${since}.`,
    db_pool: `Requests waited for database connections of ${component} ${since}.`,
    io: `Requests spent most of their time in I/O, above all on ${component}.`,
    network: `The edge ${component} slowed requests down ${since}.`,
    loss: `The edge ${component} lost requests ${since}.`,
    outage: `Requests suffered from the outage of ${component} ${since}.`,
    balancing: `${component} sent one server more than its part ${since}, while others had room.`,
  }[resource]
}

function effectOf({ effect, bottleneck, summary: { edges } }: Findings): string | undefined {
  if (effect === null || effect.during === null) return undefined
  const during = `The mean latency was ${formatSeconds(effect.during)}`
  if (effect.before !== null) return `${during} then, and ${formatSeconds(effect.before)} otherwise.`
  // An edge that is always slow has no other time to be compared with.
  return bottleneck?.resource === 'network'
    ? `${during}; the way over this edge alone took ${formatSeconds(edges[bottleneck.component]!.latency)}.`
    : `${during}.`
}

const RESOURCE_NAMES = { cpu: 'the CPU', ram: 'the RAM', db_pool: 'the database connections' } as const

function room({ headroom }: Findings): string | undefined {
  if (headroom === null) return undefined
  const { factor, component, resource } = headroom
  const what = `${RESOURCE_NAMES[resource]} of ${component}`
  return factor >= 1
    ? `At about ${formatNumber(factor, 2)} × the load, ${what} would be used up.`
    : `${capital(what)} can do ${formatNumber(100 * factor, 2)} % of what was asked.`
}

function losses({ summary: { requests } }: Findings): string | undefined {
  const { completed, dropped, no_server_up } = requests.outcomes
  const lost = dropped + no_server_up
  if (lost === 0) return undefined
  const share = `${formatNumber((100 * lost) / (lost + completed), 2)} % of the requests that ended`
  return no_server_up === 0
    ? `Edges lost ${share}.`
    : `${share} got no answer: ${dropped} lost on edges, ${no_server_up} found no server up.`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
