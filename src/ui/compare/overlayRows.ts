import type { TimeWindow } from '../../store/contracts'
import type { ChartLine } from '../charts/chartLines'
import { rowsOfChart } from '../charts/chartSize'
import { type ChartRow, decimate } from '../charts/decimate'

/**
 * Rows for a chart of several runs that is `width` px wide: so few that each holds a point of every line, since runs of
 * different lengths have their points at different times.
 */
export function overlayRows(lines: readonly ChartLine[], window: TimeWindow, width: number): ChartRow[] {
  const fewest = lines.reduce((least, line) => Math.min(least, pointsWithin(line, window)), Number.POSITIVE_INFINITY)
  // One less than points: the rows are a little longer than the points are apart.
  const count = Math.max(1, Math.min(rowsOfChart(width), fewest - 1))
  return decimate(
    lines.map(({ series }) => series),
    window,
    count,
  )
}

/** How many points a line would have if it went on through all of the window. */
function pointsWithin({ series: { time } }: ChartLine, { start, end }: TimeWindow): number {
  const last = time.at(-1) ?? start
  return last > start ? Math.floor((time.length * (end - start)) / (last - start)) : 1
}
