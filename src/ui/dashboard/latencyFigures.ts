import { countAtMost } from '../../base/search'
import { type IntervalRange, intervalsWithin, latenciesOver } from '../../engine/intervals'
import type { LatencySummary, RunView } from '../../engine/runResult'
import type { TimeWindow } from '../../store/contracts'
import type { Percentile } from '../charts/PercentileLines'

/** The intervals whose latencies are shown: those of a selection, or else all after the warm-up. */
export function latencyRange({ intervals, summary }: RunView, selection: TimeWindow | undefined): IntervalRange {
  if (selection) return intervalsWithin(intervals, selection.start, selection.end)
  return { first: countAtMost(intervals.ends, summary.warmUp.seconds), end: intervals.ends.length }
}

/** p50, p95 and p99 as the cards tell them: of a selection, or else of the run; none without completed requests. */
export function percentilesOf(view: RunView, selection: TimeWindow | undefined): Percentile[] {
  const { p50, p95, p99 } = selection ? percentilesWithin(view, selection) : view.summary.latency
  return Object.entries({ p50, p95, p99 }).flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

/**
 * Says that there is no latency to show.
 * @param completed requests that completed in the whole run
 * @param period the time that is looked at, in words
 */
export function noLatencyText(completed = 0, period = 'after the warm-up'): string {
  return `No request has completed${completed > 0 ? ` ${period}` : ''}, so there is no latency to show.`
}

function percentilesWithin(view: RunView, selection: TimeWindow): Pick<LatencySummary, 'p50' | 'p95' | 'p99'> {
  const latencies = latenciesOver(view.intervals, latencyRange(view, selection))
  const quantile = (p: number) => (latencies.count === 0 ? null : latencies.quantile(p))
  return { p50: quantile(0.5), p95: quantile(0.95), p99: quantile(0.99) }
}
