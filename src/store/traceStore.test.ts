import { expect, test, vi } from 'vitest'
import { simulate, singleServer } from '../../tests/fixtures/scenario'
import { cpu } from '../../tests/fixtures/timeline'
import { traceChosen } from '../worker/traceChosen'
import type { FinishedRun } from './finishedRun'
import { createTraceStore, requestsOf, type Trace } from './traceStore'

const scenario = singleServer([cpu(5)], { horizon: 10 })

function finished(seed: number): FinishedRun {
  return { id: `run ${seed}`, result: simulate(scenario, { seed }), text: '', scenario }
}

/** What the Worker does, without one. */
const trace: Trace = async (request, log, sampling) => traceChosen(request, log, sampling)

test('a request that was followed can be shown, with the way that it took', async () => {
  const store = createTraceStore(trace)
  store.getState().follow(finished(1))
  await vi.waitUntil(() => store.getState().state.phase === 'done')
  const { state, show } = store.getState()
  const [slowest] = state.phase === 'done' ? state.requests.choice.slowest.places : []
  show(slowest!)
  expect([...store.getState().way].sort()).toEqual(['client→srv', 'srv', 'srv→client', 'users→client'])
  store.getState().hide()
  expect(store.getState().way.size).toBe(0)
})

test('following another run ends the work for the first, whose answer is not taken', async () => {
  const signals: AbortSignal[] = []
  const store = createTraceStore((request, log, sampling, signal) => {
    signals.push(signal)
    return trace(request, log, sampling, signal)
  })
  store.getState().follow(finished(1))
  const second = finished(2)
  store.getState().follow(second)
  expect(signals.map(({ aborted }) => aborted)).toEqual([true, false])
  await vi.waitUntil(() => store.getState().state.phase === 'done')
  expect(store.getState().state).toMatchObject({ run: second })
})

test('what went wrong is told', async () => {
  const store = createTraceStore(() => Promise.reject(new Error('Out of memory.')))
  store.getState().follow(finished(1))
  await vi.waitUntil(() => store.getState().state.phase === 'failed')
  expect(store.getState().state).toMatchObject({ reason: 'Out of memory.' })
})

test('any request that ended can be asked for, and is shown', async () => {
  const store = createTraceStore(trace)
  store.getState().follow(finished(1), 17)
  await vi.waitUntil(() => store.getState().state.phase === 'done')
  expect(store.getState().shown?.request.id).toBe(17)
  expect(store.getState().shown?.spans.length).toBeGreaterThan(3)
})

test('another rate is followed at once; what is known stays on show until then', async () => {
  const store = createTraceStore(trace)
  const run = finished(1)
  const sampled = () => requestsOf(store.getState().state, run)?.choice.sampled.of
  store.getState().setRate(0.001)
  expect(store.getState().state.phase).toBe('idle')
  store.getState().follow(run, 17)
  await vi.waitUntil(() => store.getState().state.phase === 'done')
  const few = sampled()!
  store.getState().setRate(0.1)
  expect(store.getState().state.phase).toBe('following')
  expect(sampled()).toBe(few)
  expect(store.getState().shown?.request.id).toBe(17)
  await vi.waitUntil(() => store.getState().state.phase === 'done')
  expect(sampled()).toBeGreaterThan(few)
})
