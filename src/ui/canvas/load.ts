import { type IntervalRange, type Intervals, meanOver, rateOver } from '../../engine/intervals'
import type { GaugeName } from '../../engine/runResult'

/** What a server did in a part of a run, on average. */
export interface ServerLoad {
  /** Share of the cores in use, 0 … 1. */
  readonly cpu: number
  /** Requests waiting for a core, for memory or for a database connection. */
  readonly waiting: number
}

/** What an edge did in a part of a run. */
export interface LinkLoad {
  /** Requests on the edge, on average. */
  readonly onTheWay: number
  /** [requests/s] */
  readonly lost: number
}

/** Undefined where the run has no such server. */
export function serverLoad(intervals: Intervals, range: IntervalRange, id: string): ServerLoad | undefined {
  const cpu = gaugeMean(intervals, range, id, 'cpu_utilization')
  if (cpu === undefined) return undefined
  const queues = ['ready_queue_len', 'ram_queue_len', 'db_pool_pending'] as const
  const waiting = queues.reduce((sum, queue) => sum + (gaugeMean(intervals, range, id, queue) ?? 0), 0)
  return { cpu, waiting }
}

/** Undefined where the run has no such edge. */
export function linkLoad(intervals: Intervals, range: IntervalRange, id: string): LinkLoad | undefined {
  const onTheWay = gaugeMean(intervals, range, id, 'edge_concurrent_connection')
  const lost = intervals.counters.find(({ component, name }) => component === id && name === 'lost')
  if (onTheWay === undefined || lost === undefined) return undefined
  return { onTheWay, lost: rateOver(intervals, lost.count, range) }
}

/** Requests per second that are generated, or answered, by the system as a whole. */
export function systemRate(intervals: Intervals, range: IntervalRange, of: 'generated' | 'completed'): number {
  return rateOver(intervals, intervals[of], range)
}

function gaugeMean(intervals: Intervals, range: IntervalRange, id: string, name: GaugeName): number | undefined {
  const gauge = intervals.gauges.find(({ component, metric }) => component === id && metric === name)
  return gauge && meanOver(intervals, gauge.mean, range)
}
