import { formatClock, formatCount, formatNumber, formatRate, formatSeconds } from '../../base/format'
import {
  type Intervals,
  intervalsWithin,
  latenciesOver,
  maxOver,
  meanOver,
  rateOver,
  startOf,
  sumOver,
} from '../../engine/intervals'
import type { TimeWindow } from '../../store/contracts'
import type { Figure, FigureGroup } from './figures'

/** The figures of a part of the run and what they cover, in words. */
export interface RangeFigures {
  readonly groups: readonly FigureGroup[]
  readonly scope: string
}

/**
 * Figures of the intervals that a selection touches: counts, means and largest values are exact, percentiles are
 * within 0.3 %. Latencies are of the requests that completed within them.
 */
export function rangeFigures(intervals: Intervals, { start, end }: TimeWindow): RangeFigures {
  const range = intervalsWithin(intervals, start, end)
  const from = startOf(intervals, range.first)
  const to = startOf(intervals, range.end)
  const latencies = latenciesOver(intervals, range)
  const completed = sumOver(intervals.completed, range)
  const phases = intervals.phases.length / intervals.ends.length
  const timeSpent = sumOver(intervals.phases, { first: range.first * phases, end: range.end * phases })
  let longest = 0
  latencies.forEach((latency) => {
    longest = latency
  })

  const latency = (label: string, seconds: () => number, remark: string): Figure => {
    if (latencies.count === 0) return figure(label, null, formatSeconds, 'no completed request')
    return figure(label, seconds(), formatSeconds, `${seconds()} s${remark}`)
  }
  const quantile = (label: string, p: number) => latency(label, () => latencies.quantile(p), WITHIN)
  const count = (label: string, number: number) =>
    figure(label, number, formatCount, `${number} requests in these ${formatNumber(to - from, 6)} s`)
  const inFlight = meanOver(intervals, intervals.inSystem.mean, range)
  const throughput = rateOver(intervals, intervals.completed, range)
  const noServerUp = sumOver(intervals.noServerUp, range)
  return {
    scope: `t = ${formatNumber(from, 6)}–${formatNumber(to, 6)} s`,
    groups: [
      {
        title: 'Latency',
        figures: [
          quantile('p50', 0.5),
          quantile('p95', 0.95),
          quantile('p99', 0.99),
          latency('mean', () => timeSpent / completed, ''),
          latency('max', () => longest, WITHIN),
        ],
      },
      {
        title: 'Requests',
        figures: [
          count('generated', sumOver(intervals.generated, range)),
          count('completed', completed),
          count('dropped', sumOver(intervals.dropped, range)),
          ...(noServerUp > 0 ? [count('no server up', noServerUp)] : []),
          figure(
            'mean in flight',
            inFlight,
            formatNumber,
            `${inFlight}, the time average; at most ${maxOver(intervals.inSystem.max, range)}`,
          ),
          figure(
            'throughput',
            throughput,
            formatRate,
            `${throughput} completed requests per second from ${formatClock(from)} to ${formatClock(to)}`,
          ),
        ],
      },
    ],
  }
}

function figure(label: string, value: number | null, format: (value: number) => string, exact: string): Figure {
  return { label, text: value === null ? formatNumber(null) : format(value), exact }
}

const WITHIN = ' (within 0.3 %)'
