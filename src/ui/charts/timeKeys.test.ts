import { describe, expect, it } from 'vitest'
import type { TimeView } from '../../store/contracts'
import { timeKey, windowAround } from './timeKeys'

const whole = { start: 0, end: 600 }
const nothing: TimeView = { zoom: undefined, selection: undefined, pointed: undefined, pinned: undefined }

/** The view after these keys, one after the other. */
function viewAfter(keys: readonly string[], from: Partial<TimeView> = {}): TimeView {
  let view = { ...nothing, ...from }
  for (const key of keys) {
    const press = { key: key.replace('Shift+', ''), shiftKey: key.startsWith('Shift+') }
    view = { ...view, ...timeKey(press, view, whole) }
  }
  return view
}

describe('keys on a time chart (E06)', () => {
  it('move the cursor by a hundredth of what is on show, and no further than the time goes', () => {
    expect(viewAfter(['ArrowRight']).pinned).toBe(0)
    expect(viewAfter(['ArrowRight', 'ArrowRight']).pinned).toBe(6)
    expect(viewAfter(['ArrowLeft']).pinned).toBe(600)
    expect(viewAfter(['End', 'ArrowRight']).pinned).toBe(600)
    expect(viewAfter(['ArrowRight'], { zoom: { start: 100, end: 200 }, pinned: 150 }).pinned).toBe(151)
  })

  it('select with Shift, from where the cursor stood, both ways', () => {
    expect(viewAfter(['Shift+ArrowRight', 'Shift+ArrowRight'], { pinned: 60 }).selection).toEqual({
      start: 60,
      end: 72,
    })
    expect(viewAfter(['Shift+ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowLeft'], { pinned: 60 }).selection).toEqual({
      start: 54,
      end: 60,
    })
    expect(viewAfter(['Shift+End'], { pinned: 60 }).selection).toEqual({ start: 60, end: 600 })
  })

  it('zoom in to the selection, or around the cursor, which stays in its place', () => {
    expect(viewAfter(['+'], { selection: { start: 60, end: 120 } }).zoom).toEqual({ start: 60, end: 120 })
    expect(viewAfter(['+'], { pinned: 150 }).zoom).toEqual({ start: 75, end: 375 })
    expect(viewAfter(['+']).zoom).toEqual({ start: 150, end: 450 })
  })

  it('zoom out until everything is on show, and show everything at once with 0', () => {
    const zoom = { start: 75, end: 225 }
    expect(viewAfter(['-'], { zoom }).zoom).toEqual({ start: 0, end: 300 })
    expect(viewAfter(['-', '-'], { zoom }).zoom).toBeUndefined()
    expect(viewAfter(['0'], { zoom }).zoom).toBeUndefined()
  })

  it('take the window along when the cursor leaves it', () => {
    expect(viewAfter(['ArrowRight'], { zoom: { start: 100, end: 200 }, pinned: 200 }).zoom).toEqual({
      start: 101,
      end: 201,
    })
  })

  it('let go of selection and cursor with Escape, but not of the zoom', () => {
    const zoom = { start: 0, end: 300 }
    expect(viewAfter(['Escape'], { zoom, selection: { start: 1, end: 2 }, pinned: 7 })).toEqual({ ...nothing, zoom })
  })

  it('are left to the page when they mean nothing here', () => {
    expect(timeKey({ key: 'a', shiftKey: false }, nothing, whole)).toBeUndefined()
  })
})

it('the window around a time keeps within the run', () => {
  expect(windowAround(300, 0.2, whole)).toEqual({ start: 240, end: 360 })
  expect(windowAround(0, 0.2, whole)).toEqual({ start: 0, end: 120 })
  expect(windowAround(600, 0.2, whole)).toEqual({ start: 480, end: 600 })
})
