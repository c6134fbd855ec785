import type { TimeView, TimeWindow } from '../../store/contracts'
import { cursorOf } from '../../store/timeStore'

/** Part of what is on show that one press of an arrow moves the cursor by. */
const STEP = 0.01
/** Zooming in stops at this part of the whole time. */
const SMALLEST_ZOOM = 1e-4

/**
 * What a key does to the view of the time axis; undefined: it is not ours.
 * Arrows, Home and End move the cursor, with Shift they select; + zooms in (to the selection, if there is one),
 * − out, 0 shows all of the time; Escape lets go of selection and cursor.
 */
export function timeKey(
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  view: TimeView,
  whole: TimeWindow,
): Partial<TimeView> | undefined {
  const window = view.zoom ?? whole
  const cursor = cursorOf(view)
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'Home':
    case 'End': {
      const to = movedTo(key, cursor, window, whole)
      return {
        pointed: undefined,
        pinned: to,
        zoom: view.zoom && shifted(view.zoom, to),
        ...(shiftKey && { selection: extended(view.selection, cursor ?? to, to) }),
      }
    }
    case '+':
    case '=':
      return { zoom: zoomedIn(view.selection, cursor, window, whole) }
    case '-':
      return { zoom: scaled(window, cursor, 2, whole) }
    case '0':
      return { zoom: undefined }
    case 'Escape':
      return { selection: undefined, pointed: undefined, pinned: undefined }
  }
  return undefined
}

/** The window around `time` that is `part` as long as the whole, as far as the whole goes. */
export function windowAround(time: number, part: number, whole: TimeWindow): TimeWindow | undefined {
  return scaled(shifted(whole, time), time, part, whole)
}

function movedTo(key: string, cursor: number | undefined, window: TimeWindow, whole: TimeWindow): number {
  if (key === 'Home') return window.start
  if (key === 'End') return window.end
  const step = STEP * (window.end - window.start)
  if (cursor === undefined) return key === 'ArrowLeft' ? window.end : window.start
  return clamp(cursor + (key === 'ArrowLeft' ? -step : step), whole)
}

/** The selection with the end at which the cursor stood moved to `to`. */
function extended(selection: TimeWindow | undefined, from: number, to: number): TimeWindow | undefined {
  const anchor = selection === undefined ? from : from === selection.end ? selection.start : selection.end
  return anchor === to ? undefined : { start: Math.min(anchor, to), end: Math.max(anchor, to) }
}

function zoomedIn(
  selection: TimeWindow | undefined,
  cursor: number | undefined,
  window: TimeWindow,
  whole: TimeWindow,
): TimeWindow | undefined {
  const isNarrower = selection && selection.end - selection.start < window.end - window.start
  return isNarrower ? selection : scaled(window, cursor, 0.5, whole)
}

/** The window stretched by `factor`, with the cursor (or its middle) staying where it is; undefined: it is the whole. */
export function scaled(
  window: TimeWindow,
  cursor: number | undefined,
  factor: number,
  whole: TimeWindow,
): TimeWindow | undefined {
  const length = Math.max((window.end - window.start) * factor, SMALLEST_ZOOM * (whole.end - whole.start))
  if (length >= whole.end - whole.start) return undefined
  const centre = cursor ?? (window.start + window.end) / 2
  const share = clamp((centre - window.start) / (window.end - window.start), { start: 0, end: 1 })
  const start = clamp(centre - share * length, { start: whole.start, end: whole.end - length })
  return { start, end: start + length }
}

/** The window moved as little as it takes to show `time`. */
function shifted(window: TimeWindow, time: number): TimeWindow {
  if (time < window.start) return { start: time, end: time + window.end - window.start }
  if (time > window.end) return { start: time - window.end + window.start, end: time }
  return window
}

function clamp(value: number, { start, end }: TimeWindow): number {
  return Math.min(end, Math.max(start, value))
}
