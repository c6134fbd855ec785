import { countAtMost } from '../../base/search'
import { type IntervalRange, intervalsWithin } from '../../engine/intervals'
import type { LatencySummary, RunView } from '../../engine/runResult'
import type { TimeWindow } from '../../store/contracts'
import type { Percentile } from './LatencyChart'
import type { LatencyCounts } from './latencyCells'

/** The intervals whose latencies are shown: those of a selection, or else all after the warm-up. */
export function latencyRange({ intervals, summary }: RunView, selection: TimeWindow | undefined): IntervalRange {
  if (selection) return intervalsWithin(intervals, selection.start, selection.end)
  return { first: countAtMost(intervals.ends, summary.warmUp.seconds), end: intervals.ends.length }
}

/** p50, p95 and p99 of a selection, or those of the run's cards. */
export function percentilesOf(counts: LatencyCounts, latency: LatencySummary | undefined): Percentile[] {
  if (latency === undefined) return [50, 95, 99].flatMap((percentile) => percentileOf(counts, percentile))
  const { p50, p95, p99 } = latency
  return Object.entries({ p50, p95, p99 }).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

function percentileOf({ latency, count }: LatencyCounts, percentile: number): Percentile[] {
  const rank = (count.reduce((sum, requests) => sum + requests, 0) - 1) * (percentile / 100)
  let seen = 0
  const index = count.findIndex((requests) => {
    seen += requests
    return seen > rank
  })
  return index < 0 ? [] : [{ name: `p${percentile}`, value: latency[index] as number }]
}
