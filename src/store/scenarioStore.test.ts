import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { documentForTest, parseForTest } from '../../tests/fixtures/document'
import type { ParsedScenario } from '../scenario/parse'
import { createScenarioStore, documentOf } from './scenarioStore'

describe('the scenario store', () => {
  let time = 0
  const parse = vi.fn<(text: string) => ParsedScenario>(parseForTest)
  const createStore = (text: string) => createScenarioStore({ document: documentForTest(text), parse, now: () => time })
  const servers = (store: ReturnType<typeof createStore>) =>
    store.getState().lastValid?.topology_graph.nodes.servers.map((server) => server.id)

  beforeEach(() => {
    vi.useFakeTimers()
    parse.mockClear()
    time = 0
  })
  afterEach(() => vi.useRealTimers())

  it('parses a text of everyday size at once', () => {
    const store = createStore('a')
    store.getState().setText('a b', 'editor')
    expect(store.getState()).toMatchObject({ text: 'a b', version: 1, lastOrigin: 'editor' })
    expect(store.getState().parsed.text).toBe('a b')
    expect(servers(store)).toEqual(['a', 'b'])
  })

  it('keeps the last valid scenario while the text is broken', () => {
    const store = createStore('a')
    store.getState().setText('a broken', 'editor')
    expect(store.getState().parsed.scenario).toBeUndefined()
    expect(servers(store)).toEqual(['a'])
    store.getState().setText('a fine', 'editor')
    expect(store.getState().parsed.scenario).toBe(store.getState().lastValid)
    expect(servers(store)).toEqual(['a', 'fine'])
  })

  it('parses only the latest of many large texts, 150 ms after the last keystroke', () => {
    const store = createStore('a')
    const large = 'a '.repeat(10_000)
    parse.mockClear()
    for (let i = 0; i < 20; i++) {
      store.getState().setText(`${large}${i}`, 'editor')
      vi.advanceTimersByTime(100)
    }
    expect(parse).not.toHaveBeenCalled()
    vi.advanceTimersByTime(50)
    expect(parse.mock.calls).toEqual([[`${large}19`]])
  })

  it('settles a large text at once for whoever cannot wait', () => {
    const store = createStore('a')
    const large = 'a '.repeat(10_000)
    store.getState().setText(large, 'editor')
    expect(store.getState().settle().text).toBe(large)
    parse.mockClear()
    vi.advanceTimersByTime(1000)
    expect(parse).not.toHaveBeenCalled()
  })

  it('applies patches as one named step and parses at once', () => {
    const store = createStore('a b')
    store.getState().applyPatches([{ range: { start: 2, end: 3 }, text: 'c' }], 'rename server', 'canvas')
    expect(servers(store)).toEqual(['a', 'c'])
    expect(store.getState().undoLabel).toBe('rename server')
    store.getState().undo()
    expect(store.getState().text).toBe('a b')
    expect(servers(store)).toEqual(['a', 'b'])
  })

  it('has one history over typing, patches, moves, name and seed', () => {
    const store = createStore('a')
    const { setText, applyPatches, moveNodes, rename, setSeed, undo, redo } = store.getState()
    const states = [documentOf(store.getState())]
    const steps = [
      () => setText('a b', 'editor'),
      () => moveNodes({ a: { x: 10, y: 20 } }),
      () => applyPatches([{ range: { start: 0, end: 1 }, text: 'z' }], 'rename server', 'inspector'),
      () => rename('Other'),
      () => setSeed(7),
      () => setText('a b c', 'editor'),
    ]
    for (const step of steps) {
      step()
      states.push(documentOf(store.getState()))
    }
    for (const expected of states.slice(0, -1).reverse()) {
      undo()
      expect(documentOf(store.getState())).toEqual(expected)
    }
    expect(store.getState().undoLabel).toBeUndefined()
    for (const expected of states.slice(1)) {
      redo()
      expect(documentOf(store.getState())).toEqual(expected)
    }
    expect(store.getState().redoLabel).toBeUndefined()
  })

  it('takes a burst of typing back in one step', () => {
    const store = createStore('')
    for (const text of ['a', 'ab', 'abc']) {
      store.getState().setText(text, 'editor')
      time += 50
    }
    store.getState().undo()
    expect(store.getState().text).toBe('')
  })

  it('does not count a move to the same place, nor a text that is the same', () => {
    const store = createStore('a')
    store.getState().moveNodes({ a: { x: 10.2, y: 20.4 } })
    store.getState().moveNodes({ a: { x: 10, y: 20 } })
    store.getState().setText('a', 'editor')
    expect(store.getState().positions).toEqual({ a: { x: 10, y: 20 } })
    store.getState().undo()
    expect(store.getState().undoLabel).toBeUndefined()
  })

  it('leaves the other nodes where they are when one moves', () => {
    const store = createStore('a b')
    store.getState().moveNodes({ a: { x: 1, y: 1 }, b: { x: 2, y: 2 } })
    store.getState().moveNodes({ b: { x: 5, y: 5 } })
    expect(store.getState().positions).toEqual({ a: { x: 1, y: 1 }, b: { x: 5, y: 5 } })
  })

  it('keeps a renamed node in its place, undo included', () => {
    const store = createStore('a b')
    store.getState().moveNodes({ b: { x: 2, y: 2 } })
    store.getState().applyPatches([{ range: { start: 2, end: 3 }, text: 'c' }], 'rename server', 'canvas')
    expect(store.getState().positions).toEqual({ c: { x: 2, y: 2 } })
    store.getState().undo()
    expect(store.getState().positions).toEqual({ b: { x: 2, y: 2 } })
  })

  it('brings the former document back byte by byte after another was opened over it', () => {
    const store = createStore('a\r\n\tb 🙂')
    const before = documentOf(store.getState())
    store.getState().open({ name: 'Link', text: 'broken', positions: { x: { x: 1, y: 1 } }, seed: 3 })
    expect(store.getState()).toMatchObject({ name: 'Link', text: 'broken', seed: 3, lastOrigin: 'open' })
    store.getState().undo()
    expect(documentOf(store.getState())).toEqual(before)
  })

  it('never draws one document under the text of another', () => {
    const store = createStore('a')
    store.getState().open(documentForTest('broken'))
    expect(store.getState().lastValid).toBeUndefined()
    store.getState().undo()
    store.getState().setText('also broken', 'editor')
    store.getState().open(documentForTest('b'))
    store.getState().undo()
    expect(servers(store)).toEqual(['a'])
  })

  it('increases the version with every change of the text and with nothing else', () => {
    const store = createStore('a')
    store.getState().setText('b', 'editor')
    store.getState().rename('Other')
    store.getState().moveNodes({ b: { x: 1, y: 1 } })
    expect(store.getState().version).toBe(1)
    store.getState().undo()
    store.getState().undo()
    expect(store.getState().version).toBe(1)
    store.getState().undo()
    expect(store.getState().version).toBe(2)
  })
  it('undoes a change of charts, but not which dashboard one looks at', () => {
    const store = createStore('a')
    const { arrangeCharts, showDashboard, undo, redo, open } = store.getState()
    arrangeCharts('overview', ['rate'], 'removal of “In flight”')
    showDashboard('latency')
    expect(store.getState().undoLabel).toBe('removal of “In flight”')
    undo()
    expect(store.getState()).toMatchObject({ charts: undefined, dashboard: 'latency' })
    redo()
    expect(store.getState()).toMatchObject({ charts: { overview: ['rate'] }, dashboard: 'latency' })
    arrangeCharts('overview', undefined, 'reset of the charts')
    expect(store.getState().charts).toBeUndefined()
    undo()
    open(documentForTest('b'))
    expect(store.getState()).toMatchObject({ charts: undefined, dashboard: 'latency' })
  })
})
