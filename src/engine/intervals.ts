import { LogLinearHistogram } from '../stats/logLinearHistogram'
import type { GaugeName } from './gauges'

/**
 * A run in stretches of simulated time, read at their borders: exact, whatever is sampled, and bounded in size.
 * Interval i is [ends[i − 1], ends[i]), the first begins at 0. All have one round length but the last, and those that
 * the end of the warm-up divides.
 */
export interface Intervals {
  /** [s] */
  readonly ends: Float64Array
  /** Requests generated in the interval, and those that ended in it. */
  readonly generated: Float64Array
  readonly completed: Float64Array
  readonly dropped: Float64Array
  readonly noServerUp: Float64Array
  /** Requests in the system: time average and maximum. */
  readonly inSystem: IntervalLevels
  readonly latencies: LatencyCells
  /** What the requests completed in it had spent in each phase [s]: as many numbers per interval as there are phases. */
  readonly phases: Float64Array
  readonly gauges: readonly IntervalGauge[]
  readonly counters: readonly IntervalCounter[]
  /** Requests that counted for each objective in the interval, and those that were good. */
  readonly objectives: readonly { readonly id: string; readonly valid: Float64Array; readonly good: Float64Array }[]
}

/** Time average and maximum in each interval. */
export interface IntervalLevels {
  readonly mean: Float64Array
  readonly max: Float64Array
}

/** A gauge of a server or an edge. */
export interface IntervalGauge extends IntervalLevels {
  readonly component: string
  readonly metric: GaugeName
}

export type CounterName = 'arrivals' | 'answers' | 'sent' | 'lost'

/** Requests that came to a server or left it answered; that were sent over an edge or lost on it. */
export interface IntervalCounter {
  readonly component: string
  readonly name: CounterName
  readonly count: Float64Array
}

/**
 * Latencies of the requests completed in each interval, as cells of {@link LogLinearHistogram}: those of interval i
 * stand at first[i] … first[i + 1] − 1.
 */
export interface LatencyCells {
  readonly first: Uint32Array
  readonly cell: Uint16Array
  readonly count: Float64Array
}

/** Intervals `first` … `end` − 1. */
export interface IntervalRange {
  readonly first: number
  readonly end: number
}

/** The intervals that [from, to] touches; at least one, if there is any. */
export function intervalsWithin({ ends }: Intervals, from: number, to: number): IntervalRange {
  let first = 0
  while (first < ends.length - 1 && ends[first]! <= from) first++
  let end = first + 1
  while (end < ends.length && ends[end - 1]! < to) end++
  return { first, end: Math.min(end, ends.length) }
}

/** Where an interval begins [s]; for `ends.length` where the last one ends. */
export function startOf({ ends }: Intervals, interval: number): number {
  return interval === 0 ? 0 : ends[interval - 1]!
}

/** Length of some intervals [s]. */
export function lengthOf(intervals: Intervals, { first, end }: IntervalRange): number {
  return startOf(intervals, end) - startOf(intervals, first)
}

/** The latencies of some intervals together, within 0.3 %. */
export function latenciesOver({ latencies }: Intervals, range: IntervalRange): LogLinearHistogram {
  const histogram = new LogLinearHistogram()
  addLatencies(histogram, latencies, range)
  return histogram
}

/**
 * Quantiles of the latencies in each interval [s], within 0.3 %: a column for each of the probabilities (0 … 1), NaN
 * where nothing completed. Files and charts have them from here, so that they agree.
 */
export function latencyQuantiles({ ends, latencies }: Intervals, probabilities: readonly number[]): Float64Array[] {
  const columns = probabilities.map(() => new Float64Array(ends.length).fill(Number.NaN))
  const histogram = new LogLinearHistogram()
  for (let i = 0; i < ends.length; i++) {
    histogram.clear()
    addLatencies(histogram, latencies, { first: i, end: i + 1 })
    if (histogram.count === 0) continue
    probabilities.forEach((p, column) => {
      columns[column]![i] = histogram.quantile(p)
    })
  }
  return columns
}

function addLatencies(histogram: LogLinearHistogram, latencies: LatencyCells, { first, end }: IntervalRange): void {
  const { first: starts, cell, count } = latencies
  for (let i = starts[first]!; i < starts[end]!; i++) histogram.addCell(cell[i]!, count[i]!)
}

/** Time average of a level over some intervals. */
export function meanOver(intervals: Intervals, mean: Float64Array, range: IntervalRange): number {
  let area = 0
  for (let i = range.first; i < range.end; i++) area += mean[i]! * (intervals.ends[i]! - startOf(intervals, i))
  return area / lengthOf(intervals, range)
}

/** Sum of a count over some intervals. */
export function sumOver(count: Float64Array, { first, end }: IntervalRange): number {
  let sum = 0
  for (let i = first; i < end; i++) sum += count[i]!
  return sum
}

/** A count per second of simulated time over some intervals [1/s]. */
export function rateOver(intervals: Intervals, count: Float64Array, range: IntervalRange): number {
  return sumOver(count, range) / lengthOf(intervals, range)
}

/** A count per second of simulated time in each interval [1/s]. */
export function ratesOf(intervals: Intervals, count: Float64Array): Float64Array {
  return count.map((number, i) => number / (intervals.ends[i]! - startOf(intervals, i)))
}

/** Largest value over some intervals. */
export function maxOver(max: Float64Array, { first, end }: IntervalRange): number {
  let largest = 0
  for (let i = first; i < end; i++) largest = Math.max(largest, max[i]!)
  return largest
}
