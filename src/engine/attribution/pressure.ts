import type { Scenario, ServerSpec } from '../../catalog/specs'
import { demandsOf, ramOf } from '../../scenario/size/demand'
import { type IntervalRange, type Intervals, meanOver, rateOver, sumOver } from '../intervals'
import type { GaugeName } from '../runResult'
import type { WaitedFor } from './attribution'

/** A resource of a server, with what a run tells about it. */
export interface Pressure {
  readonly server: string
  readonly resource: WaitedFor
  /** Requests per second that it can serve, by the mean demands of the server's endpoints. */
  readonly capacity: number
  /** Part of it that is in use, and requests in its queue, in each interval. */
  readonly inUse: Float64Array
  readonly queue: Float64Array
  /** Requests that came to the server in each interval. */
  readonly arrivals: Float64Array
}

/** The gauges of a resource: who waits for it, and how much of it is held. */
export const gaugesOf: Record<WaitedFor, { readonly queue: GaugeName; readonly use: GaugeName }> = {
  cpu: { queue: 'ready_queue_len', use: 'cpu_in_use' },
  ram: { queue: 'ram_queue_len', use: 'ram_in_use' },
  db_pool: { queue: 'db_pool_pending', use: 'db_pool_in_use' },
}

/** All limited resources that somebody asks for anything. */
export function pressures({ topology_graph: { nodes } }: Scenario, intervals: Intervals): Pressure[] {
  const gauges = new Map(intervals.gauges.map((gauge) => [`${gauge.metric} ${gauge.component}`, gauge]))
  const arrivals = new Map(
    intervals.counters.filter(({ name }) => name === 'arrivals').map(({ component, count }) => [component, count]),
  )
  return nodes.servers.flatMap((server) =>
    demandsOf(server)
      .filter(({ busy }) => busy > 0 && Number.isFinite(busy))
      .map(({ resource, busy, capacity: units }): Pressure => {
        const { queue, use } = gaugesOf[resource]
        const used = gauges.get(`${use} ${server.id}`)!
        const usable = resource === 'ram' ? usableRam(server, used.max) : units
        return {
          server: server.id,
          resource,
          capacity: usable / busy,
          inUse: used.mean.map((amount) => amount / usable),
          queue: gauges.get(`${queue} ${server.id}`)!.mean,
          arrivals: arrivals.get(server.id)!,
        }
      }),
  )
}

/**
 * Memory that requests can fill [MB]: what is left over behind the last large one stays empty, unless small ones were
 * seen to fill it.
 */
function usableRam({ endpoints, server_resources: { ram_mb: ram } }: ServerSpec, peaks: Float64Array): number {
  const largest = Math.max(...endpoints.map(ramOf))
  return peaks.reduce((most, peak) => Math.max(most, peak), Math.max(1, Math.floor(ram / largest)) * largest)
}

/** ρ in some intervals: requests that came, over those that could have been served. */
export function offeredLoad(intervals: Intervals, { arrivals, capacity }: Pressure, range: IntervalRange): number {
  return rateOver(intervals, arrivals, range) / capacity
}

/** Part of the resource in use in some intervals. */
export function utilisation(intervals: Intervals, { inUse }: Pressure, range: IntervalRange): number {
  return meanOver(intervals, inUse, range)
}

/**
 * Part of its time in the system for which a request that passes here waits for the resource, by Little's law: what waits
 * per request that comes here, over what is in the system per request that is generated.
 */
export function waitingShare(intervals: Intervals, { queue, arrivals }: Pressure, range: IntervalRange): number {
  const inSystem = meanOver(intervals, intervals.inSystem.mean, range)
  const here = sumOver(arrivals, range)
  const all = sumOver(intervals.generated, range)
  // Who came before the stretch may still wait in it.
  if (inSystem === 0) return 0
  const passing = all === 0 ? 1 : Math.min(1, here / all)
  return passing === 0 ? 0 : Math.min(1, meanOver(intervals, queue, range) / (inSystem * passing))
}
