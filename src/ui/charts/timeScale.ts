import { type Intervals, intervalsWithin, startOf } from '../../engine/intervals'
import type { TimeWindow } from '../../store/contracts'

/** The time axis that all charts of a run share. */
export interface TimeScale {
  /** All the time that there is to show. */
  readonly whole: TimeWindow
  /** The part that is on show. */
  readonly window: TimeWindow
  /** The borders that figures of a part of the run keep to. */
  readonly intervals: Intervals
}

/** The part of the run that the figures of a selection cover: the intervals that it touches. */
export function snapped(intervals: Intervals, { start, end }: TimeWindow): TimeWindow {
  const range = intervalsWithin(intervals, start, end)
  return { start: startOf(intervals, range.first), end: startOf(intervals, range.end) }
}
