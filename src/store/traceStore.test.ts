import { expect, test, vi } from 'vitest'
import { simulate, singleServer } from '../../tests/fixtures/scenario'
import { cpu } from '../../tests/fixtures/timeline'
import { chooseRequests } from '../engine/requestChoice'
import { traceRequests } from '../engine/requestTrace'
import type { FinishedRun } from './finishedRun'
import { createTraceStore, type Trace } from './traceStore'

const scenario = singleServer([cpu(5)], { horizon: 10 })

function finished(seed: number): FinishedRun {
  return { id: `run ${seed}`, result: simulate(scenario, { seed }), text: '', scenario }
}

/** What the Worker does, without one. */
const trace: Trace = async (request, log) => {
  const choice = chooseRequests(log, 3)
  const traces = traceRequests({ ...request, appVersion: 'test' }, [...choice.slowest, ...choice.sample])
  return { choice, traces: new Map(traces.map((one) => [one.id, one])) }
}

test('a request that was followed can be shown, with the way that it took', async () => {
  const store = createTraceStore(trace)
  store.getState().follow(finished(1))
  await vi.waitUntil(() => store.getState().state.phase === 'done')
  const { state, show } = store.getState()
  const [slowest] = state.phase === 'done' ? state.requests.choice.slowest : []
  show(slowest!)
  expect([...store.getState().way].sort()).toEqual(['client→srv', 'srv', 'srv→client', 'users→client'])
  store.getState().hide()
  expect(store.getState().way.size).toBe(0)
})

test('following another run ends the work for the first, whose answer is not taken', async () => {
  const signals: AbortSignal[] = []
  const store = createTraceStore((request, log, signal) => {
    signals.push(signal)
    return trace(request, log, signal)
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
