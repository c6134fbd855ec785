import { expect, test } from 'vitest'
import type { CheckState } from '../../store/checkStore'
import type { FingerprintReport } from '../../validation/checkSimulator'
import type { FigureReport, ModelReport, Verdict } from '../../validation/theoryModel'
import { checkReport } from './checkReport'
import { figureWords, runsByScenario, verdictOf } from './checkWords'

const figure = (overrides: Partial<FigureReport> = {}): FigureReport => ({
  name: 'mean wait',
  unit: 's',
  expected: 0.1,
  simulated: 0.10049,
  low: 0.0991,
  high: 0.10188,
  z: 0.9,
  tolerance: 0.02,
  verdict: 'agrees',
  ...overrides,
})
const model = (verdict: Verdict): ModelReport => ({
  id: verdict,
  title: 'M/M/1',
  replications: 10,
  confidence: 0.99,
  figures: [figure({ verdict })],
  verdict,
})
const run = (scenario: string, seed: number, isSame: boolean): FingerprintReport => ({
  scenario,
  seed,
  events: 10,
  fingerprint: { order: 'a1', trace: 'b2', series: 'c3', outputs: 'd4' },
  isSame,
})
const check = (state: Partial<CheckState>): CheckState => ({
  state: { phase: 'done' },
  runsDone: 9,
  runs: 9,
  models: [model('agrees')],
  fingerprints: [run('a', 1, true)],
  start() {},
  cancel() {},
  ...state,
})

test('the verdict counts what agrees; one that differs is enough to fail', () => {
  expect(verdictOf(check({}))).toEqual({
    ok: true,
    text: 'Your browser reproduces 1 of 1 reference runs to the last bit. 1 of 1 models agree with queueing theory.',
  })
  expect(verdictOf(check({ models: [model('agrees'), model('differs')] }))).toMatchObject({ ok: false })
  expect(verdictOf(check({ fingerprints: [run('a', 1, true), run('a', 2, false)] }))).toMatchObject({ ok: false })
  expect(verdictOf(check({ state: { phase: 'cancelled' } }))).toBeUndefined()
})

test('all values of a figure are told in one unit', () => {
  expect(figureWords(figure())).toMatchObject({ unit: 'ms', expected: '100', simulated: '100.5', low: '99.1' })
  expect(figureWords(figure({ expected: 1.5, simulated: 0.9996 }))).toMatchObject({ unit: 's', simulated: '0.9996' })
  expect(figureWords(figure({ expected: 5e-5, simulated: 4.9e-5 }))).toMatchObject({ unit: 'µs', simulated: '49' })
  expect(figureWords(figure({ unit: '1', expected: 0.8 }))).toMatchObject({ unit: '', expected: '0.8' })
  expect(figureWords(figure({ unit: 'requests/s', expected: 30 }))).toMatchObject({ unit: 'requests/s' })
})

test('runs are put together by scenario, in the order in which they came', () => {
  const runs = [run('b', 1, true), run('b', 2, false), run('a', 1, true)]
  expect(runsByScenario(runs)).toEqual([
    { scenario: 'b', events: 20, same: 1, runs: runs.slice(0, 2) },
    { scenario: 'a', events: 10, same: 1, runs: runs.slice(2) },
  ])
})

test('the report says which browser found what', () => {
  const text = checkReport(check({ fingerprints: [run('a', 1, false)] }), 'Some Browser 7')
  expect(text).toContain('Some Browser 7')
  expect(text).toContain('reproduces 0 of 1')
  expect(text).toContain('  mean wait [ms], 100, 100.5, 99.1 to 101.9, 0.9, agrees')
  expect(text).toContain('a, 1, 10, a1, b2, c3, d4, differs')
  expect(checkReport(check({ state: { phase: 'cancelled' } }), '')).toContain('did not come to its end')
})
