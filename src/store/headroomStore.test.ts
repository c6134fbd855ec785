import { expect, test, vi } from 'vitest'
import { simulate, singleServer } from '../../tests/fixtures/scenario'
import { cpu, io } from '../../tests/fixtures/timeline'
import type { Scenario } from '../catalog/specs'
import { runVariant } from '../worker/runVariant'
import type { VariantEnd, VariantRequest } from '../worker/whatIfProtocol'
import type { FinishedRun } from './finishedRun'
import { createHeadroomStore } from './headroomStore'

const calm = singleServer([cpu(20), io(50)], { users: { mean: 30, distribution: 'normal', variance: 0 }, horizon: 60 })

function finished(scenario: Scenario, id = 'run'): FinishedRun {
  return { id, result: simulate(scenario, { seed: 7 }), text: '', scenario }
}

/** A pool whose runs are done at once by the real kernel, unless told to wait or to fail. */
function poolOf(answer: (request: VariantRequest) => VariantEnd | Promise<VariantEnd> = runVariant) {
  const requests: VariantRequest[] = []
  const cancelled: VariantRequest[] = []
  const release = vi.fn()
  const run = (request: VariantRequest) => {
    requests.push(request)
    let resolve: (end: VariantEnd) => void = () => {}
    const end = new Promise<VariantEnd>((settle) => {
      resolve = settle
    })
    void Promise.resolve(answer(request)).then(resolve)
    const cancel = () => {
      cancelled.push(request)
      resolve({ phase: 'cancelled' })
    }
    return { cancel, end }
  }
  return { pool: { run, release }, requests, cancelled, release }
}

const never = () => new Promise<VariantEnd>(() => {})
const perMinute = ({ scenario }: VariantRequest) => scenario.rqs_input.avg_request_per_minute_per_user.mean

test('runs the scenario a tenth below and a tenth above the estimate, under the seed of its run', async () => {
  const { pool, requests, release } = poolOf()
  const store = createHeadroomStore(pool)
  const run = finished(calm)
  const { factor } = run.result.attribution.headroom!
  store.getState().ask(run)
  expect(store.getState().check).toMatchObject({ phase: 'running', load: 0.9 * factor })
  await vi.waitUntil(() => store.getState().check.phase === 'done')
  const [below, above] = requests.map(perMinute)
  expect(below! / 60 / factor).toBeCloseTo(0.9, 12)
  expect(above! / 60 / factor).toBeCloseTo(1.1, 12)
  expect(requests.map(({ seed }) => seed)).toEqual([7, 7])
  expect(store.getState().check).toMatchObject({
    below: { load: 0.9 * factor, strain: { behind: null } },
    above: { load: 1.1 * factor, strain: { behind: { component: 'srv', resource: 'cpu' } } },
  })
  expect(release).toHaveBeenCalled()
})

test('where not even the lower load can be served, the higher one is not tried', async () => {
  const { pool, requests } = poolOf((request) => ({
    ...runVariant(request),
    strain: { saturated: [], behind: { component: 'srv', resource: 'ram', sinceSeconds: 5 } },
  }))
  const store = createHeadroomStore(pool)
  store.getState().ask(finished(calm))
  await vi.waitUntil(() => store.getState().check.phase === 'done')
  expect(store.getState().check).toMatchObject({ above: undefined })
  expect(requests).toHaveLength(1)
})

test('another run ends the check of the first; leaving ends all', async () => {
  const { pool, requests, cancelled } = poolOf(never)
  const store = createHeadroomStore(pool)
  store.getState().ask(finished(calm, 'first'))
  store.getState().ask(finished(calm, 'second'))
  expect(cancelled).toEqual([requests[0]])
  expect(store.getState().check).toMatchObject({ phase: 'running', run: { id: 'second' } })
  store.getState().cancel()
  expect(cancelled).toEqual(requests)
  expect(store.getState().check).toEqual({ phase: 'idle' })
  await Promise.resolve()
  expect(store.getState().check).toEqual({ phase: 'idle' })
})

test('an answer outlives leaving', async () => {
  const store = createHeadroomStore(poolOf().pool)
  store.getState().ask(finished(calm))
  await vi.waitUntil(() => store.getState().check.phase === 'done')
  store.getState().cancel()
  expect(store.getState().check.phase).toBe('done')
})

test('what went wrong is told', async () => {
  const store = createHeadroomStore(poolOf(() => ({ phase: 'failed', reason: 'Out of memory.' })).pool)
  store.getState().ask(finished(calm))
  await vi.waitUntil(() => store.getState().check.phase === 'failed')
  expect(store.getState().check).toMatchObject({ reason: 'Out of memory.' })
})

test('runs that take long are proposed first, and those that are too large refused', () => {
  const { pool, requests } = poolOf(never)
  const store = createHeadroomStore(pool)
  const run = finished(calm)
  /** The same run, as if it had been of a longer scenario. */
  const lasting = (seconds: number): FinishedRun => ({
    ...run,
    scenario: { ...calm, sim_settings: { ...calm.sim_settings, total_simulation_time: seconds } },
  })
  store.getState().ask(lasting(1_000_000))
  expect(store.getState().check.phase).toBe('proposed')
  expect(requests).toHaveLength(0)
  store.getState().confirm()
  expect(store.getState().check.phase).toBe('running')
  expect(requests).toHaveLength(1)

  store.getState().ask(lasting(1e9))
  expect(store.getState().check).toMatchObject({ phase: 'refused' })
  expect(store.getState().check).toHaveProperty(
    'reason',
    expect.stringMatching(/^Near 1\.\d × the load a run would have/),
  )
  expect(requests).toHaveLength(1)
})
