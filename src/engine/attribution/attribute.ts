import type { Scenario } from '../../catalog/specs'
import type { InjectedEvent } from '../../scenario/injectedEvents'
import { type IntervalRange, type Intervals, intervalsWithin } from '../intervals'
import type { Instability, RunSummary } from '../runResult'
import type { Attribution, Effect, Headroom, UseRow, WaitedFor } from './attribution'
import { type Finding, findBottleneck, intervalIndices, meanLatency } from './bottleneck'
import { gaugesOf, offeredLoad, type Pressure, pressures, utilisation } from './pressure'
import { type Stretch, saturations } from './saturations'
import { verdict } from './verdict'

/** What is known of a run when it ends. */
export interface RunFacts {
  readonly scenario: Scenario
  readonly summary: RunSummary
  readonly intervals: Intervals
  readonly injectedEvents: readonly InjectedEvent[]
  readonly simulatedSeconds: number
  readonly instability: Instability | undefined
}

/** Finds what held a run back, from its intervals after the warm-up. */
export function attribute(facts: RunFacts): Attribution {
  const { scenario, summary, intervals, injectedEvents, simulatedSeconds, instability } = facts
  if (intervals.ends.length === 0)
    return { bottleneck: null, effect: null, saturations: [], use: [], headroom: null, verdict: [] }
  const measured = intervalsWithin(intervals, summary.warmUp.seconds, simulatedSeconds)
  const all = pressures(scenario, intervals)
  const stretches = saturations(intervals, all, measured)
  const found = findBottleneck({ scenario, summary, intervals, measured, injectedEvents, pressures: all, stretches })
  const bottleneck = found
    ? { component: found.component, resource: found.resource, sinceSeconds: found.sinceSeconds }
    : null
  const effect = found ? effectOf(intervals, measured, found, stretches) : null
  const headroom = headroomOf(intervals, all, measured)
  return {
    bottleneck,
    effect,
    saturations: stretches.map(({ pressure: _pressure, range: _range, ...saturation }) => saturation),
    use: resourceTable(scenario, summary, intervals, all, measured),
    headroom,
    verdict: verdict({ summary, instability, bottleneck, effect, headroom }),
  }
}

/** Later stretches of the same trouble are neither in it nor free of it. */
function effectOf(
  intervals: Intervals,
  measured: IntervalRange,
  { component, resource, range }: Finding,
  stretches: readonly Stretch[],
): Effect {
  const same = stretches.filter((stretch) => stretch.component === component && stretch.resource === resource)
  const troubled = [range, ...same.map((stretch) => stretch.range)]
  const isIn = (interval: number, { first, end }: IntervalRange) => interval >= first && interval < end
  const indices = intervalIndices(measured)
  const during = indices.filter((interval) => isIn(interval, range))
  const without = indices.filter((interval) => !troubled.some((each) => isIn(interval, each)))
  return { before: meanLatency(intervals, without) || null, during: meanLatency(intervals, during) || null }
}

function headroomOf(intervals: Intervals, all: readonly Pressure[], measured: IntervalRange): Headroom | null {
  const loads = all
    .map((pressure) => ({ pressure, load: offeredLoad(intervals, pressure, measured) }))
    .filter(({ load }) => load > 0)
  if (loads.length === 0) return null
  const { pressure, load } = loads.reduce((fullest, next) => (next.load > fullest.load ? next : fullest))
  return { factor: 1 / load, component: pressure.server, resource: pressure.resource }
}

function resourceTable(
  { topology_graph: { nodes, edges } }: Scenario,
  { components, edges: counted }: RunSummary,
  intervals: Intervals,
  all: readonly Pressure[],
  measured: IntervalRange,
): UseRow[] {
  const used = (component: string, resource: WaitedFor): number => {
    const pressure = all.find((one) => one.server === component && one.resource === resource)
    return pressure ? utilisation(intervals, pressure, measured) : 0
  }
  return [
    ...nodes.servers.flatMap(({ id, server_resources: { db_connection_pool: pool } }) =>
      (['cpu', 'ram', 'db_pool'] as const).map((resource): UseRow => {
        const { mean, max } = components[id]![gaugesOf[resource].queue]!
        const isLimited = resource !== 'db_pool' || pool !== null
        const utilisation = isLimited ? used(id, resource) : null
        return { component: id, resource, utilisation, saturation: { mean, max }, errors: 0 }
      }),
    ),
    ...edges.map(({ id }): UseRow => {
      const { mean, max } = components[id]!.edge_concurrent_connection!
      return {
        component: id,
        resource: 'network',
        utilisation: null,
        saturation: { mean, max },
        errors: counted[id]!.lost,
      }
    }),
  ]
}
