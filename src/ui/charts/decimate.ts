import { countAtMost, countBelow } from '../../base/search'
import type { TimeWindow } from '../../store/contracts'

/** One value over time: at each time the largest, the mean and, where it is known, the smallest value since the last. */
export interface TimeColumns {
  /** Ascending [s]. */
  readonly time: Float64Array
  /** NaN: nothing to say about that time, a gap in the line. */
  readonly max: Float64Array
  readonly mean: Float64Array
  readonly min?: Float64Array
}

/** What one series was during one interval of a chart. */
export interface Extremes {
  /** Undefined where it is not known. */
  readonly min: number | undefined
  readonly max: number
  readonly mean: number
}

/** One interval of a chart: `values[i]` belongs to series i and is undefined where nothing is known of that. */
export interface ChartRow {
  /** Time of the last point in the interval [s]. */
  readonly time: number
  readonly values: readonly (Extremes | undefined)[]
}

/**
 * Rows for a chart: at most `maxRows` within the window, whatever the number of points, and the nearest point on
 * either side of it, so that lines reach its borders.
 * The window is cut into equal intervals; each keeps the smallest and the largest value of every series,
 * so that a peak of one sample is there at any zoom. Series need not share their times: where one has no point of its
 * own, its next one counts, which tells of the time since the one before.
 */
export function decimate(series: readonly TimeColumns[], window: TimeWindow, maxRows: number): ChartRow[] {
  // Null: there are points, and they say nothing.
  type Found = Bucket | null | undefined
  const rows = new Map<number, { time: number; values: Found[] }>()
  const width = (window.end - window.start) / maxRows
  for (const [index, { time, min, max, mean }] of series.entries()) {
    const end = Math.min(time.length, countAtMost(time, window.end) + 1)
    for (let point = Math.max(0, countBelow(time, window.start) - 1); point < end; point++) {
      const at = time[point] as number
      const interval = at === window.end ? maxRows - 1 : clamp(Math.floor((at - window.start) / width), -1, maxRows)
      const row = rows.get(interval) ?? { time: at, values: Array<Found>(series.length).fill(undefined) }
      rows.set(interval, row)
      row.time = Math.max(row.time, at)
      if (Number.isNaN(max[point])) row.values[index] ??= null
      else row.values[index] = addTo(row.values[index], min?.[point], max[point] as number, mean[point] as number)
    }
  }
  return [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, { time, values }]) => ({
      time,
      values: values.map((bucket, index) => {
        if (bucket === undefined) return pointAround(series[index] as TimeColumns, time)
        return bucket === null ? undefined : extremesOf(bucket)
      }),
    }))
}

/** The point that tells of a time between two points; undefined behind the last one. */
function pointAround({ time, min, max, mean }: TimeColumns, at: number): Extremes | undefined {
  const point = countBelow(time, at)
  if (point === time.length || Number.isNaN(max[point])) return undefined
  return { min: min?.[point], max: max[point] as number, mean: mean[point] as number }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}

interface Bucket {
  min: number | undefined
  max: number
  sum: number
  count: number
}

function addTo(bucket: Bucket | null | undefined, min: number | undefined, max: number, mean: number): Bucket {
  if (!bucket) return { min, max, sum: mean, count: 1 }
  if (bucket.min !== undefined && min !== undefined) bucket.min = Math.min(bucket.min, min)
  bucket.max = Math.max(bucket.max, max)
  bucket.sum += mean
  bucket.count += 1
  return bucket
}

function extremesOf({ min, max, sum, count }: Bucket): Extremes {
  return { min, max, mean: sum / count }
}
