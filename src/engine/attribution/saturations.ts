import { type IntervalRange, type Intervals, startOf } from '../intervals'
import type { Saturation } from './attribution'
import { type Pressure, utilisation, waitingShare } from './pressure'

/** When a resource holds requests back. */
interface Threshold {
  /** It is in use for this part of the time, */
  readonly busy: number
  /** and those who pass here wait for it for this part of their time in the system. */
  readonly waiting: number
}
/** Over a while, and over a whole run, where less chance is in the figures. */
const FOR_A_WHILE: Threshold = { busy: 0.85, waiting: 0.3 }
const ALL_THE_TIME: Threshold = { busy: 0.8, waiting: 0.25 }
/** The while: this part of the run. What is shorter is a burst. */
const WHILE = 1 / 20

/** A stretch with the resource that it is about. */
export interface Stretch extends Saturation {
  readonly pressure: Pressure
  readonly range: IntervalRange
}

/** The stretches of at least a while in which a resource held requests back, in the order of their beginnings. */
export function saturations(intervals: Intervals, all: readonly Pressure[], measured: IntervalRange): Stretch[] {
  const stretches = all.flatMap((pressure) => stretchesOf(intervals, pressure, measured))
  return stretches.sort((a, b) => a.from - b.from || b.share - a.share)
}

function stretchesOf(intervals: Intervals, pressure: Pressure, { first, end }: IntervalRange): Stretch[] {
  const span = Math.max(1, Math.round((end - first) * WHILE))
  const held: IntervalRange[] = []
  for (let start = first; start + span <= end; start++) {
    const window = { first: start, end: start + span }
    if (!isHeldBack(intervals, pressure, window, FOR_A_WHILE)) continue
    const last = held.at(-1)
    // Windows that touch are one stretch, with a pause of at most a while in between.
    if (last !== undefined && start <= last.end + span) held[held.length - 1] = { first: last.first, end: window.end }
    else held.push(window)
  }
  const whole = { first, end }
  if (held.length === 0 && isHeldBack(intervals, pressure, whole, ALL_THE_TIME)) held.push(whole)
  return held.map((rough) => {
    const range = trimmed(intervals, pressure, rough)
    return {
      component: pressure.server,
      resource: pressure.resource,
      from: startOf(intervals, range.first),
      to: startOf(intervals, range.end),
      share: waitingShare(intervals, pressure, range),
      pressure,
      range,
    }
  })
}

function isHeldBack(
  intervals: Intervals,
  pressure: Pressure,
  range: IntervalRange,
  { busy, waiting }: Threshold,
): boolean {
  return utilisation(intervals, pressure, range) >= busy && waitingShare(intervals, pressure, range) >= waiting
}

/** The windows at both ends reach into the time before and after: cut what is not held back by itself. */
function trimmed(intervals: Intervals, pressure: Pressure, { first, end }: IntervalRange): IntervalRange {
  const isCalm = (interval: number) =>
    waitingShare(intervals, pressure, { first: interval, end: interval + 1 }) < FOR_A_WHILE.waiting
  let from = first
  let to = end
  while (from < to - 1 && isCalm(from)) from++
  while (to > from + 1 && isCalm(to - 1)) to--
  return { first: from, end: to }
}
