import { type IntervalRange, type Intervals, latenciesOver, latencyQuantiles, startOf } from '../../engine/intervals'
import type { LatencyHistogram } from '../../engine/runResult'
import type { NamedSeries } from './chartLines'

/** Latencies and how many requests had them, ascending; within 0.2 %. */
export interface LatencyCounts {
  /** [s] */
  readonly latency: readonly number[]
  readonly count: readonly number[]
}

/** The latencies of the requests that completed in some intervals. */
export function latencyCounts(intervals: Intervals, range: IntervalRange): LatencyCounts {
  const latency: number[] = []
  const count: number[] = []
  latenciesOver(intervals, range).forEach((value, requests) => {
    latency.push(value)
    count.push(requests)
  })
  return { latency, count }
}

/** Percentiles of each interval over time; none where nothing completed. */
export function percentileSeries(intervals: Intervals, percentiles: readonly number[]): NamedSeries[] {
  const probabilities = percentiles.map((percentile) => percentile / 100)
  return latencyQuantiles(intervals, probabilities).map((column, i) => ({
    name: `p${percentiles[i]}`,
    series: { time: intervals.ends, max: column, mean: column },
  }))
}

/** Counts in bins of equal width, or of equal ratio, between the smallest and the largest latency. */
export function binned({ latency, count }: LatencyCounts, geometric: boolean, bins: number): LatencyHistogram {
  const min = latency.find((value) => value > 0) ?? 0
  const max = latency.at(-1) ?? 0
  if (max === 0) return { edges: new Float64Array(), counts: new Float64Array() }
  // The values stand for cells around them: none may lie on the outer edges.
  const [low, high] = geometric ? [min * 0.99, max * 1.01] : [latency[0] === 0 ? 0 : min * 0.99, max * 1.01]
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) =>
    geometric ? low * (high / low) ** (i / bins) : low + ((high - low) * i) / bins,
  )
  const counts = new Float64Array(bins)
  let bin = 0
  latency.forEach((value, i) => {
    while (bin < bins - 1 && value >= (edges[bin + 1] as number)) bin++
    counts[bin] = (counts[bin] as number) + (count[i] as number)
  })
  return { edges, counts }
}

/** A point of the cumulative curve: `share` of the requests took at most `latency` [s]. */
export interface CumulativePoint {
  readonly latency: number
  readonly share: number
}

/** The cumulative curve in at most about `most` points, the first and the last latency among them. */
export function cumulative({ latency, count }: LatencyCounts, most: number): CumulativePoint[] {
  const total = count.reduce((sum, requests) => sum + requests, 0)
  const points: CumulativePoint[] = []
  let below = 0
  let last = -1
  latency.forEach((value, i) => {
    below += count[i] as number
    const step = Math.floor((below / total) * most)
    const isTail = total - below < total / most
    if (step === last && !isTail && i < latency.length - 1) return
    last = step
    points.push({ latency: value, share: below / total })
  })
  return points
}

/** Counts of completed requests by time and latency, for a heat map. */
export interface HeatMapCells {
  /** Borders in time [s], one more than there are columns. */
  readonly times: readonly number[]
  /** Borders in latency [s], by equal ratios, one more than there are rows. */
  readonly latencies: readonly number[]
  /** Column by column. */
  readonly counts: readonly (readonly number[])[]
  readonly most: number
}

/** Some intervals as columns, at most `columns` of them, and their latencies in `rows` rows; undefined: none completed. */
export function heatMapCells(
  intervals: Intervals,
  { first, end }: IntervalRange,
  columns: number,
  rows: number,
): HeatMapCells | undefined {
  const all = latencyCounts(intervals, { first, end })
  const { edges } = binned(all, true, rows)
  if (edges.length === 0) return undefined
  const latencies = [...edges]
  const width = Math.ceil((end - first) / columns)
  const middleOf = cellMiddles(intervals)
  const times = [startOf(intervals, first)]
  const counts: number[][] = []
  for (let from = first; from < end; from += width) {
    const to = Math.min(end, from + width)
    const column = Array<number>(rows).fill(0)
    const { first: starts, cell, count } = intervals.latencies
    for (let i = starts[from] as number; i < (starts[to] as number); i++) {
      const row = rowOf(latencies, middleOf(cell[i] as number))
      column[row] = (column[row] as number) + (count[i] as number)
    }
    counts.push(column)
    times.push(startOf(intervals, to))
  }
  return { times, latencies, counts, most: counts.reduce((most, column) => Math.max(most, ...column), 0) }
}

/** Rows are of equal ratio. */
function rowOf(edges: readonly number[], latency: number): number {
  const rows = edges.length - 1
  const low = edges[0] as number
  const high = edges[rows] as number
  if (latency <= low) return 0
  return Math.min(rows - 1, Math.floor((Math.log(latency / low) / Math.log(high / low)) * rows))
}

/** An empty range has the cells that all ranges have. */
function cellMiddles(intervals: Intervals): (cell: number) => number {
  const none = latenciesOver(intervals, { first: 0, end: 0 })
  return (cell) => none.middleOf(cell)
}
