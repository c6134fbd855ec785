import { paths } from '../paths'
import { textAt } from '../yaml/tree'
import { type Draft, Refusal } from './draft'
import { componentsOf, freeId, itemPaths } from './model'

/** Adds an outage of a server, or a spike on an edge, in the middle of the run; gives its id. */
export function addEvent(draft: Draft, target: string): string {
  const found = componentsOf(draft.root).filter(({ id }) => id === target)
  const kind = found.find((each) => each.kind === 'edge' || each.kind === 'server')?.kind
  if (kind === undefined)
    throw new Refusal(
      found.length === 0 ? `There is no component called "${target}".` : 'Events happen to servers and to edges only.',
    )
  const id = freeId(draft.root, `${target}-${kind === 'server' ? 'outage' : 'spike'}`)
  const { start, end } = kind === 'server' ? freeTime(draft, target) : middle(horizonOf(draft))
  draft.append(paths.events, {
    event_id: id,
    target_id: target,
    ...(kind === 'server'
      ? { start: { kind: 'server_down', t_start: start }, end: { kind: 'server_up', t_end: end } }
      : {
          start: { kind: 'network_spike_start', t_start: start, spike_s: 0.1 },
          end: { kind: 'network_spike_end', t_end: end },
        }),
  })
  return id
}

interface Period {
  readonly start: number
  readonly end: number
}

/** From 40 % to 60 % of the run. */
function middle(horizon: number): Period {
  return { start: tidy(horizon * 0.4), end: tidy(horizon * 0.6) }
}

/** The middle of the run, or the first half of what is left after the last outage of the server. */
function freeTime(draft: Draft, server: string): Period {
  const horizon = horizonOf(draft)
  const wanted = middle(horizon)
  const outages = outagesOf(draft, server)
  if (outages.every(({ start, end }) => end <= wanted.start || start >= wanted.end)) return wanted
  const last = Math.max(...outages.map(({ end }) => end))
  const end = tidy(last + (horizon - last) / 2)
  if (!(end > last)) throw new Refusal(`Server "${server}" is out until the end of the run already.`)
  return { start: last, end }
}

function outagesOf(draft: Draft, server: string): Period[] {
  return itemPaths(draft.root, paths.events)
    .filter((path) => textAt(draft.root, [...path, 'target_id']) === server)
    .map((path) => ({
      start: Number(draft.dataAt([...path, 'start', 't_start'])),
      end: Number(draft.dataAt([...path, 'end', 't_end'])),
    }))
}

function horizonOf(draft: Draft): number {
  const written = draft.dataAt(['sim_settings', 'total_simulation_time'])
  return typeof written === 'number' && written > 0 ? written : 3600
}

/** Whole seconds in a long run, tenths in a short one. */
function tidy(seconds: number): number {
  return seconds >= 20 ? Math.round(seconds) : Math.round(seconds * 10) / 10
}
