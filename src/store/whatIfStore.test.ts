import { describe, expect, it, vi } from 'vitest'
import { documentForTest } from '../../tests/fixtures/document'
import { BASE, changed } from '../../tests/fixtures/scenarioTexts'
import { parseScenario } from '../scenario/parse'
import { type VariantQuestion, variantOf } from '../scenario/variant'
import type { VariantEnd, VariantFigures, VariantRequest } from '../worker/whatIfProtocol'
import { createScenarioStore } from './scenarioStore'
import type { Knob } from './whatIfState'
import { createWhatIfStore } from './whatIfStore'

const CORES: Knob = {
  path: ['topology_graph', 'nodes', 'servers', 0, 'server_resources', 'cpu_cores'],
  kinds: [],
}
const RAM: Knob = { path: ['topology_graph', 'nodes', 'servers', 0, 'server_resources', 'ram_mb'], kinds: [] }
const END: Knob = { path: ['events', 0, 'end', 't_end'], kinds: [] }
const FIGURES: VariantFigures = { p50: 1, p95: 2, p99: 3, mean: 1, throughput: 5, completedShare: 1 }

/** Variants that a test ends by hand. */
function controlledPool(size: number) {
  const started: {
    cores: number
    request: VariantRequest
    cancel: () => void
    end: (end: VariantEnd) => Promise<void>
  }[] = []
  const release = vi.fn()
  const run = (request: VariantRequest) => {
    let resolve: (end: VariantEnd) => void = () => {}
    const end = new Promise<VariantEnd>((settle) => {
      resolve = settle
    })
    // An answer that is on its way comes all the same.
    const cancel = vi.fn()
    started.push({
      cores: request.scenario.topology_graph.nodes.servers[0]!.server_resources.cpu_cores,
      request,
      cancel,
      end: async (how) => {
        resolve(how)
        await end
      },
    })
    return { cancel, end }
  }
  return {
    pool: { size, prepare: async (question: VariantQuestion) => variantOf(question), run, release },
    started,
    release,
  }
}

function createStores({ text = BASE, size = 2 } = {}) {
  const scenario = createScenarioStore({ document: documentForTest(text), parse: parseScenario })
  const { pool, started, release } = controlledPool(size)
  const store = createWhatIfStore({ scenario, pool, shownSeed: () => 77 })
  const phases = () => [...store.getState().points].map(([value, { phase }]) => `${value} ${phase}`)
  /** Until so many runs have begun. */
  const begun = (count: number) => vi.waitFor(() => expect(started).toHaveLength(count))
  const done = async (index: number, p95: number) => {
    await started[index]!.end({
      phase: 'done',
      figures: { ...FIGURES, p95 },
      strain: { saturated: [], behind: null },
      end: 'horizon',
    })
  }
  return { scenario, store, started, release, phases, begun, done }
}

describe('a question', () => {
  it('runs the values nearest to the present one first, as many at a time as there are Workers', async () => {
    const { store, started, phases, begun, done } = createStores()
    store.getState().ask(CORES)
    expect(store.getState().question).toMatchObject({ present: 1, range: { low: 1, high: 4, steps: 4 } })
    expect(phases()).toEqual(['1 waiting', '2 waiting', '3 waiting', '4 waiting'])
    await begun(2)
    expect(phases()).toEqual(['1 running', '2 running', '3 waiting', '4 waiting'])
    await done(0, 0.9)
    await begun(3)
    await done(1, 0.5)
    await begun(4)
    await done(3, 0.3)
    await done(2, 0.4)
    await vi.waitFor(() => expect(phases()).toEqual(['1 done', '2 done', '3 done', '4 done']))
    expect(started.map(({ cores }) => cores)).toEqual([1, 2, 3, 4])
    expect(store.getState().points.get(4)).toMatchObject({ figures: { p95: 0.3 }, end: 'horizon' })
  })

  it('runs next what the slider is at', async () => {
    const { store, started, begun, done } = createStores({ size: 1 })
    store.getState().ask(CORES)
    await begun(1)
    store.getState().moveTo(3.9)
    expect(store.getState().position).toBe(4)
    await done(0, 1)
    await begun(2)
    expect(started[1]!.cores).toBe(4)
  })

  it('gives all runs one seed: that of the text, else the chosen one, else that of the run on show', async () => {
    const { scenario, store, started, begun } = createStores()
    const seedsOfNext = async (count: number) => {
      await begun(count)
      return started.slice(count - 2).map(({ request }) => request.seed)
    }
    store.getState().ask(CORES)
    expect(await seedsOfNext(2)).toEqual([77, 77])
    scenario.getState().setSeed(5)
    expect(await seedsOfNext(4)).toEqual([5, 5])
    scenario.getState().setText(changed(BASE, ['time: 100', 'time: 100\n  seed: 9']), 'editor')
    expect(await seedsOfNext(6)).toEqual([9, 9])
  })

  it('says why a value is not allowed, in the words of the language', async () => {
    const { store, started, begun } = createStores()
    store.getState().ask(END)
    store.getState().vary({ low: 5, high: 15, steps: 3 })
    await begun(1)
    expect(store.getState().points.get(5)).toEqual({
      phase: 'refused',
      reason: 'Event "down" ends at 5 s, but starts at 10 s: the start must be smaller than the ending time.',
    })
    expect(started[0]!.request.scenario.events?.[0]?.end.t_end).toBe(15)
  })

  it('tells of a run that broke off, and goes on with the others', async () => {
    const { store, started, phases, begun } = createStores({ size: 1 })
    store.getState().ask(CORES)
    await begun(1)
    await started[0]!.end({ phase: 'failed', reason: 'out of memory' })
    await begun(2)
    expect(phases().slice(0, 2)).toEqual(['1 failed', '2 running'])
  })
})

describe('another question', () => {
  it('ends at once what runs for the last one, whose late answers do not count', async () => {
    const { store, started, phases, begun, done } = createStores()
    store.getState().ask(CORES)
    await begun(2)
    store.getState().ask(RAM)
    expect(started[0]!.cancel).toHaveBeenCalledOnce()
    expect(started[1]!.cancel).toHaveBeenCalledOnce()
    await done(0, 0.5)
    expect(phases().every((phase) => phase.endsWith('waiting'))).toBe(true)
    await begun(4)
    expect(started[2]!.request.scenario.topology_graph.nodes.servers[0]?.server_resources).toMatchObject({
      cpu_cores: 1,
      ram_mb: 1024,
    })
  })

  it('follows the text, and stays the same question while the same knob is asked again', async () => {
    const { scenario, store, started, begun } = createStores()
    store.getState().ask(CORES)
    await begun(2)
    store.getState().ask(CORES)
    expect(started[0]!.cancel).not.toHaveBeenCalled()
    scenario.getState().setText(changed(BASE, ['cpu_cores: 1', 'cpu_cores: 3']), 'editor')
    expect(started[0]!.cancel).toHaveBeenCalledOnce()
    expect(store.getState().question).toMatchObject({ present: 3, range: { low: 1, high: 4 } })
  })

  it('keeps its curve while the text cannot be run, and goes on from there', async () => {
    const { scenario, store, started, phases, begun, done } = createStores()
    const isOutdated = () => store.getState().isOutdated
    store.getState().ask(CORES)
    await begun(2)
    await done(0, 0.9)
    await begun(3)
    const before = phases()
    scenario.getState().setText(changed(BASE, ['cpu_cores: 1', 'cpu_cores: ']), 'editor')
    scenario.getState().settle()
    store.getState().vary({ high: 5, steps: 5 })
    expect(phases()).toEqual(before)
    expect(isOutdated()).toBe(true)
    await done(1, 0.5)
    expect(phases()[1]).toBe('2 done')
    scenario.getState().setText(BASE, 'editor')
    scenario.getState().settle()
    expect(isOutdated()).toBe(false)
    await vi.waitFor(() => expect(phases()).toEqual(['1 done', '2 done', '3 running', '4 running', '5 waiting']))
    expect(started.map(({ cores }) => cores)).toEqual([1, 2, 3, 4, 3, 4])
  })

  it('does not run again what is known: another range, or a text that only looks different', async () => {
    const { scenario, store, started, phases, begun, done } = createStores({ size: 4 })
    store.getState().ask(CORES)
    await begun(4)
    for (const index of [0, 1, 2, 3]) await done(index, index)
    store.getState().vary({ high: 5, steps: 5 })
    await begun(5)
    expect(started[4]!.cores).toBe(5)
    expect(phases()).toEqual(['1 done', '2 done', '3 done', '4 done', '5 running'])
    await done(4, 4)
    scenario.getState().setText(`# a comment\n${changed(BASE, ['cpu_cores: 1', 'cpu_cores: 2'])}`, 'editor')
    await vi.waitFor(() => expect(phases()).toEqual(['1 done', '2 done', '3 done', '4 done', '5 done']))
    expect(started).toHaveLength(5)
  })
})

it('closing ends every run and every Worker', async () => {
  const { store, started, release, begun } = createStores()
  store.getState().ask(CORES)
  await begun(2)
  store.getState().close()
  expect(started.every(({ cancel }) => vi.mocked(cancel).mock.calls.length === 1)).toBe(true)
  expect(release).toHaveBeenCalled()
  expect(store.getState()).toMatchObject({ question: undefined, points: new Map() })
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(started).toHaveLength(2)
})

it('closing while variants are still being made starts none of them', async () => {
  const { store, started } = createStores()
  store.getState().ask(CORES)
  store.getState().close()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(started).toHaveLength(0)
})

describe('a question that would take long', () => {
  const QUIET = BASE.slice(0, BASE.indexOf('events:'))
  const LONG = changed(QUIET, ['time: 100', 'time: 1000000'])

  it('says so before it starts, and starts when told to', async () => {
    const { store, started, begun } = createStores({ text: LONG })
    store.getState().ask(RAM)
    await vi.waitFor(() => expect(store.getState().proposal).toBeDefined())
    const { wallSeconds } = store.getState().proposal!
    expect(wallSeconds).toBeGreaterThan(30)
    expect(started).toHaveLength(0)
    store.getState().confirm()
    await begun(2)
    expect(store.getState().proposal).toBeUndefined()
  })

  it('offers what is soon done: a shorter time, and fewer values where three are left', async () => {
    const { store, started, begun } = createStores({ text: LONG })
    store.getState().ask(RAM)
    await vi.waitFor(() => expect(store.getState().proposal).toBeDefined())
    const { shorterHorizon, wallSeconds } = store.getState().proposal!
    expect(shorterHorizon).toBeLessThanOrEqual((1_000_000 * 30) / wallSeconds)
    store.getState().shorten(shorterHorizon!)
    await begun(2)
    expect(store.getState().proposal).toBeUndefined()
    expect(started[0]!.request.scenario.sim_settings.total_simulation_time).toBe(shorterHorizon)
  })

  it('offers no shorter time to a scenario with events, which happen at stated times', async () => {
    const { store } = createStores({ text: changed(BASE, ['time: 100', 'time: 1000000']) })
    store.getState().ask(RAM)
    await vi.waitFor(() => expect(store.getState().proposal).toBeDefined())
    expect(store.getState().proposal?.shorterHorizon).toBeUndefined()
  })
})
