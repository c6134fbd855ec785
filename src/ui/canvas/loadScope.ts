import { formatClock } from '../../base/format'
import type { Bottleneck } from '../../engine/attribution/attribution'
import { type IntervalRange, type Intervals, intervalsWithin, startOf } from '../../engine/intervals'
import type { TimeView } from '../../store/contracts'
import { cursorOf } from '../../store/timeStore'
import type { ShownRun } from '../dashboard/shownRun'

/** The part of a run whose load the canvas shows. */
export interface LoadScope {
  readonly intervals: Intervals
  readonly range: IntervalRange
  /** In words. */
  readonly text: string
  /** What held the run back; undefined while that is not known, or when nothing did. */
  readonly bottleneck: Bottleneck | undefined
}

/** The interval at the cursor, or those selected, or else the present of a run that goes on, or all there is of one that ended. */
export function loadScope(
  intervals: Intervals,
  time: TimeView,
  { live, scope: all }: Pick<ShownRun, 'live' | 'scope'>,
  bottleneck: Bottleneck | undefined,
): LoadScope | undefined {
  const count = intervals.ends.length
  if (count === 0) return undefined
  const scope = (range: IntervalRange, text: string) => ({ intervals, range, text, bottleneck })
  const cursor = cursorOf(time)
  if (cursor !== undefined) {
    const range = intervalsWithin(intervals, cursor, cursor)
    return scope(range, `at ${formatClock(cursor)}`)
  }
  if (time.selection !== undefined) {
    const range = intervalsWithin(intervals, time.selection.start, time.selection.end)
    return scope(
      range,
      `${formatClock(startOf(intervals, range.first))} to ${formatClock(startOf(intervals, range.end))}`,
    )
  }
  return live ? scope({ first: count - 1, end: count }, 'now') : scope({ first: 0, end: count }, all)
}
