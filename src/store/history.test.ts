import { beforeEach, describe, expect, it } from 'vitest'
import { HISTORY_LIMIT, History, PAUSE_MS } from './history'

describe('the history', () => {
  let time = 0
  let history: History<string>
  beforeEach(() => {
    time = 0
    history = new History(() => time)
  })

  it('undoes and redoes in order', () => {
    history.record('a', 'discrete', 'first')
    history.record('b', 'discrete', 'second')
    expect(history.undo('c')).toBe('b')
    expect(history.undo('b')).toBe('a')
    expect(history.undo('a')).toBeUndefined()
    expect(history.redo('a')).toBe('b')
    expect(history.redo('b')).toBe('c')
    expect(history.redo('c')).toBeUndefined()
  })

  it('names the step that undo and redo are about', () => {
    history.record('a', 'discrete', 'add server')
    expect(history.undoLabel).toBe('add server')
    history.undo('b')
    expect([history.undoLabel, history.redoLabel]).toEqual([undefined, 'add server'])
  })

  it('joins keystrokes without a pause between them', () => {
    for (const text of ['', 'a', 'ab']) {
      history.record(text, 'typing', 'typing')
      time += PAUSE_MS - 1
    }
    expect(history.undo('abc')).toBe('')
  })

  it('begins a new step after a pause', () => {
    history.record('', 'typing', 'typing')
    time += PAUSE_MS
    history.record('a', 'typing', 'typing')
    expect(history.undo('ab')).toBe('a')
  })

  it('cuts a long burst, so that one undo never takes back minutes of typing', () => {
    for (let i = 0; i < 100; i++) {
      history.record(String(i), 'typing', 'typing')
      time += 100
    }
    expect(Number(history.undo('100'))).toBeGreaterThan(40)
  })

  it('does not join typing with what follows an undo', () => {
    history.record('', 'typing', 'typing')
    history.undo('a')
    history.record('', 'typing', 'typing')
    expect(history.undo('b')).toBe('')
    expect(history.undo('')).toBeUndefined()
  })

  it('forgets what could be redone once something else happens', () => {
    history.record('a', 'discrete', 'one')
    history.undo('b')
    history.record('a', 'discrete', 'other')
    expect(history.redo('c')).toBeUndefined()
  })

  it('keeps at least 100 steps and not without end', () => {
    for (let i = 0; i < 1000; i++) history.record(String(i), 'discrete', 'step')
    let steps = 0
    while (history.undo('x') !== undefined) steps++
    expect(steps).toBe(HISTORY_LIMIT)
    expect(steps).toBeGreaterThanOrEqual(100)
  })
})
