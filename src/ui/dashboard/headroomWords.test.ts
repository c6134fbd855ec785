import { expect, test } from 'vitest'
import { simulate, singleServer } from '../../../tests/fixtures/scenario'
import { cpu } from '../../../tests/fixtures/timeline'
import type { Attribution } from '../../engine/attribution/attribution'
import type { Strained } from '../../engine/attribution/strain'
import type { FinishedRun } from '../../store/finishedRun'
import type { HeadroomCheck, LoadTrial } from '../../store/headroomStore'
import { headroomWords } from './headroomWords'

const scenario = singleServer([cpu(20)], { users: { mean: 30, distribution: 'poisson' } })
const result = simulate(scenario)

function runWith(attribution: Partial<Attribution>): FinishedRun {
  const headroom = { factor: 1.6, component: 'srv', resource: 'cpu' } as const
  return {
    id: 'run',
    text: '',
    scenario,
    result: { ...result, attribution: { ...result.attribution, saturations: [], headroom, ...attribution } },
  }
}

const run = runWith({})
const of = (resource: Strained['resource'], sinceSeconds: number): Strained => ({
  component: 'srv',
  resource,
  sinceSeconds,
})

function trial(load: number, behind: Strained | null, saturated: readonly Strained[] = []): LoadTrial {
  const figures = { p50: 0.1, p95: 0.12, p99: 0.2, mean: 0.1, throughput: 30, completedShare: 1 }
  return { phase: 'done', load, figures, strain: { saturated, behind }, end: 'horizon' }
}

const done = (below: LoadTrial, above?: LoadTrial, asked = run): HeadroomCheck => ({
  phase: 'done',
  run: asked,
  below,
  above,
})

test('an estimate that holds is confirmed', () => {
  expect(headroomWords(done(trial(1.44, null), trial(1.76, of('cpu', 40))))).toBe(
    'Holds at 1.44 × the load: p95 120 ms, nothing saturated. At 1.76 × the load the CPU of srv falls behind from 40 s on: confirmed.',
  )
})

test('that requests begin to wait below the limit is told, unless they did before', () => {
  const below = trial(1.44, null, [of('cpu', 12)])
  expect(headroomWords(done(below, trial(1.76, of('cpu', 0))))).toBe(
    'Holds at 1.44 × the load: p95 120 ms, though requests wait for the CPU of srv from 12 s on. At 1.76 × the load the CPU of srv falls behind from the beginning: confirmed.',
  )
  const before = runWith({ saturations: [{ component: 'srv', resource: 'cpu', from: 0, to: 60, share: 0.5 }] })
  expect(headroomWords(done(below, trial(1.76, of('cpu', 0)), before))).toContain(
    'nothing saturated that was not before.',
  )
})

test('what breaks first is named where it is not what the estimate is about', () => {
  expect(headroomWords(done(trial(1.44, null), trial(1.76, of('ram', 40))))).toContain(
    'At 1.76 × the load the RAM of srv falls behind from 40 s on: before the CPU of srv is used up.',
  )
  expect(headroomWords(done(trial(1.44, of('ram', 40))))).toBe(
    'Does not hold at 1.44 × the load: the RAM of srv falls behind from 40 s on, before the CPU of srv is used up.',
  )
  expect(headroomWords(done(trial(1.44, of('cpu', 40))))).toBe(
    'Does not hold at 1.44 × the load: the CPU of srv falls behind from 40 s on.',
  )
})

test('more room than estimated is told', () => {
  expect(headroomWords(done(trial(1.44, null), trial(1.76, null)))).toBe(
    'Holds at 1.44 × the load: p95 120 ms, nothing saturated. It still does at 1.76 × the load, p95 120 ms: there is more room than estimated.',
  )
})

test.each<[HeadroomCheck, string | undefined]>([
  [{ phase: 'idle' }, undefined],
  [{ phase: 'proposed', run, wallSeconds: 90 }, 'Two runs would take about 90 s, within a factor of two.'],
  [{ phase: 'running', run, load: 1.44 }, 'Running at 1.44 × the load…'],
  [
    { phase: 'refused', run, reason: 'A run would have too many events.' },
    'This cannot be checked. A run would have too many events.',
  ],
  [{ phase: 'failed', run, reason: 'Out of memory.' }, 'The check broke off: Out of memory.'],
])('every state has its words: $phase', (check, words) => {
  expect(headroomWords(check)).toBe(words)
})
