import { describe, expect, it, vi } from 'vitest'
import { documentForTest, parseForTest, scenarioForTest } from '../../tests/fixtures/document'
import type { RunResult, RunView } from '../engine/runResult'
import type { ParsedScenario } from '../scenario/parse'
import type { RunEnd, RunFrame, RunHandle, RunRequest } from '../worker/protocol'
import { createRunStore } from './runStore'
import { createScenarioStore } from './scenarioStore'

/** A simulation that a test drives by hand. */
function controlledRun() {
  const started: {
    request: RunRequest
    emit: (simulatedSeconds: number) => void
    end: (end: RunEnd) => Promise<void>
    handle: RunHandle
  }[] = []
  const run = (request: RunRequest, onFrame: (frame: RunFrame) => void): RunHandle => {
    let resolve: (end: RunEnd) => void = () => {}
    const promise = new Promise<RunEnd>((settle) => {
      resolve = settle
    })
    const handle = { pause: vi.fn(), resume: vi.fn(), setPace: vi.fn(), cancel: vi.fn(), end: promise }
    started.push({
      request,
      handle,
      emit: (simulatedSeconds) =>
        onFrame({ view: { simulatedSeconds } as RunView, eventsPerSecond: 10, secondsLeft: 1 }),
      end: async (end) => {
        resolve(end)
        await promise
      },
    })
    return handle
  }
  return { run, started }
}

function createStores(text = 'a', parse: (text: string) => ParsedScenario = parseForTest) {
  const scenario = createScenarioStore({ document: documentForTest(text), parse })
  const { run, started } = controlledRun()
  const store = createRunStore({ run, scenario, freshSeed: () => 99 })
  return { scenario, store, started }
}

const result = (seed: number) => ({ identity: { seed } }) as RunResult

describe('the run store', () => {
  it('D05 hands a new pace to the run that goes on, and to the next one', () => {
    const { store, started } = createStores()
    store.getState().setPace(60)
    store.getState().start()
    expect(started[0]!.request.pace).toBe(60)
    store.getState().setPace(undefined)
    expect(started[0]!.handle.setPace).toHaveBeenLastCalledWith(undefined)
    expect(store.getState().pace).toBeUndefined()
  })

  it('goes from idle over running to done and keeps the text that the result belongs to', async () => {
    const { scenario, store, started } = createStores('a')
    store.getState().start()
    expect(store.getState().state).toMatchObject({ phase: 'running', view: undefined, seed: 99 })
    started[0]!.emit(3)
    expect(store.getState().state).toMatchObject({
      phase: 'running',
      view: { simulatedSeconds: 3 },
      eventsPerSecond: 10,
    })
    scenario.getState().setText('a changed', 'editor')
    await started[0]!.end({ phase: 'done', result: result(99) })
    expect(store.getState().state.phase).toBe('done')
    expect(store.getState().lastRun?.text).toBe('a')
    expect(store.getState().shownScenario?.topology_graph.nodes.servers).toHaveLength(1)
  })

  it('hands over the very result, not a copy of its columns', async () => {
    const { store, started } = createStores()
    store.getState().start()
    const original = result(1)
    await started[0]!.end({ phase: 'done', result: original })
    expect(store.getState().lastRun?.result).toBe(original)
  })

  it('tells of every run that has left a result, each under a name of its own', async () => {
    const scenario = createScenarioStore({ document: documentForTest('a'), parse: parseForTest })
    const { run, started } = controlledRun()
    const ids: string[] = []
    const store = createRunStore({ run, scenario, onFinished: ({ id }) => ids.push(id) })
    const failure = { code: 'worker-died' as const, message: '', simulatedSeconds: 2, seed: 99 }
    const ends: RunEnd[] = [
      { phase: 'done', result: result(1) },
      { phase: 'cancelled', result: undefined },
      { phase: 'failed', failure },
      { phase: 'cancelled', result: result(2) },
    ]
    for (const end of ends) {
      store.getState().start()
      await started.at(-1)!.end(end)
    }
    store.getState().show({ id: 'earlier', result: result(5), text: 'b', scenario: scenarioForTest(['b']) })
    expect(new Set(ids).size).toBe(2)
    expect(ids).toHaveLength(2)
  })

  it('starts one run on two quick clicks', () => {
    const { store, started } = createStores()
    store.getState().start()
    store.getState().start()
    expect(started).toHaveLength(1)
  })

  it('takes the seed of the text, else the chosen one, else a fresh one', async () => {
    const withSeed = (text: string) => ({
      ...parseForTest(text),
      scenario: scenarioForTest(['a'], text === 'seeded' ? 5 : undefined),
    })
    const { scenario, store, started } = createStores('seeded', withSeed)
    scenario.getState().setSeed(7)
    for (const text of ['seeded', 'plain']) {
      scenario.getState().setText(text, 'editor')
      store.getState().start()
      await started.at(-1)!.end({ phase: 'done', result: result(0) })
    }
    scenario.getState().setSeed(undefined)
    store.getState().start()
    expect(started.map(({ request }) => request.seed)).toEqual([5, 7, 99])
  })

  it('accepts the seed 0 as a choice', () => {
    const { scenario, store, started } = createStores()
    scenario.getState().setSeed(0)
    store.getState().start()
    expect(started[0]!.request.seed).toBe(0)
  })

  it('does not start on a text with errors', () => {
    const { store, started } = createStores('broken')
    store.getState().start()
    expect(started).toHaveLength(0)
    expect(store.getState().state.phase).toBe('idle')
  })

  it('asks before a large run, and starts it only after a yes', () => {
    const large = (text: string) => {
      const parsed = parseForTest(text)
      const of = parsed.scenario!
      const settings = { ...of.sim_settings, total_simulation_time: 99_999_999, enabled_sample_metrics: [] }
      const workload = { ...of.rqs_input, avg_active_users: { mean: 300, distribution: 'poisson' as const } }
      return { ...parsed, scenario: { ...of, rqs_input: workload, sim_settings: settings } }
    }
    const { store, started } = createStores('a', large)
    store.getState().confirm()
    expect(started).toHaveLength(0)

    store.getState().start()
    expect(started).toHaveLength(0)
    // 5 requests per second for 10⁸ seconds; nothing is connected, so each is one event.
    expect(store.getState().proposed?.requests).toBeCloseTo(5e8, -2)
    store.getState().decline()
    expect(store.getState().proposed).toBeUndefined()
    store.getState().confirm()
    expect(started).toHaveLength(0)

    store.getState().start()
    store.getState().confirm()
    expect(started).toHaveLength(1)
    expect(store.getState()).toMatchObject({ proposed: undefined, state: { phase: 'running' } })
  })

  it('stays paused when a late frame comes, and goes on after resume', () => {
    const { store, started } = createStores()
    store.getState().start()
    store.getState().pause()
    started[0]!.emit(4)
    expect(store.getState().state).toMatchObject({ phase: 'paused', view: { simulatedSeconds: 4 } })
    store.getState().resume()
    expect(store.getState().state.phase).toBe('running')
    expect(started[0]!.handle.pause).toHaveBeenCalledOnce()
    expect(started[0]!.handle.resume).toHaveBeenCalledOnce()
  })

  it('keeps what a cancelled run had come to, and the earlier result when it had come to nothing', async () => {
    const { store, started } = createStores()
    store.getState().start()
    store.getState().cancel()
    expect(started[0]!.handle.cancel).toHaveBeenCalledOnce()
    await started[0]!.end({ phase: 'cancelled', result: result(1) })
    expect(store.getState().state.phase).toBe('cancelled')
    expect(store.getState().lastRun?.result.identity.seed).toBe(1)

    store.getState().start()
    await started[1]!.end({ phase: 'cancelled', result: undefined })
    expect(store.getState().state).toEqual({ phase: 'cancelled', run: undefined })
    expect(store.getState().lastRun?.result.identity.seed).toBe(1)
  })

  it('keeps the last picture of a run that ended without a result', async () => {
    const { store, started } = createStores()
    store.getState().start()
    started[0]!.emit(4)
    await started[0]!.end({ phase: 'cancelled', result: undefined })
    expect(store.getState().state).toMatchObject({ phase: 'cancelled', partial: { view: { simulatedSeconds: 4 } } })
    expect(store.getState().lastRun).toBeUndefined()
    expect(store.getState().shownScenario).toBeDefined()
  })

  it('runs again after a failure and keeps the earlier result meanwhile', async () => {
    const { store, started } = createStores()
    store.getState().start()
    await started[0]!.end({ phase: 'done', result: result(1) })
    store.getState().start()
    const failure = { code: 'worker-died' as const, message: '', simulatedSeconds: 2, seed: 99 }
    await started[1]!.end({ phase: 'failed', failure })
    expect(store.getState().state).toEqual({ phase: 'failed', failure })
    expect(store.getState().lastRun?.result.identity.seed).toBe(1)
    store.getState().start()
    expect(store.getState().state.phase).toBe('running')
  })

  it('ignores frames of a run that is over', async () => {
    const { store, started } = createStores()
    store.getState().start()
    await started[0]!.end({ phase: 'done', result: result(1) })
    store.getState().start()
    started[0]!.emit(50)
    expect(store.getState().state).toMatchObject({ phase: 'running', view: undefined })
  })

  it('shows a run from a file, but never in place of one that is under way', () => {
    const { store } = createStores()
    const earlier = { id: 'earlier', result: result(5), text: 'b', scenario: scenarioForTest(['b']) }
    store.getState().start()
    store.getState().show(earlier)
    expect(store.getState().state.phase).toBe('running')

    const { store: idle } = createStores()
    idle.getState().show(earlier)
    expect(idle.getState()).toMatchObject({ state: { phase: 'done', run: earlier }, lastRun: earlier })
    expect(idle.getState().shownScenario).toBe(earlier.scenario)
  })
})
