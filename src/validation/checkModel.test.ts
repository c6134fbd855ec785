import { expect, test } from 'vitest'
import { singleServer } from '../../tests/fixtures/scenario'
import { cpu, io } from '../../tests/fixtures/timeline'
import { checkModel, replicate } from './checkModel'
import type { TheoryFigure, TheoryModel } from './theoryModel'

/** Constant users of 10 requests/s in all, a core held for 50 ms: M/D/1 at half load. */
const model = (figures: readonly TheoryFigure[]): TheoryModel => ({
  id: 'md1',
  title: 'M/D/1, half busy',
  scenario: singleServer([cpu(50)], { horizon: 2_000, samplePeriod: 1 }),
  replications: 10,
  warmUp: 50,
  figures,
})

/** Three edges of 1 ms, the service, and the wait of Pollaczek and Khinchine: ρ S / 2 (1 − ρ). */
const LATENCY = 0.003 + 0.05 + (0.5 * 0.05) / (2 * 0.5)

const meanLatency = (expected: number, tolerance = 0.02): TheoryFigure => ({
  name: 'mean latency',
  unit: 's',
  expected,
  tolerance,
  simulated: ({ result }) => result.summary.latency.mean!,
})

test('a figure that theory knows agrees, and its interval holds the expected value', () => {
  const { verdict, figures } = checkModel(model([meanLatency(LATENCY)]), 1)
  expect(verdict).toBe('agrees')
  expect(figures[0]!.low).toBeLessThan(LATENCY)
  expect(figures[0]!.high).toBeGreaterThan(LATENCY)
  expect(Math.abs(figures[0]!.z)).toBeLessThan(4)
})

test('a figure outside its tolerance differs, and so does its model', () => {
  const { verdict, figures } = checkModel(model([meanLatency(LATENCY), meanLatency(LATENCY * 1.03)]), 1)
  expect(figures.map((figure) => figure.verdict)).toEqual(['agrees', 'differs'])
  expect(verdict).toBe('differs')
})

test('a figure differs that is too many standard errors away, however wide its tolerance', () => {
  const [figure] = checkModel(model([meanLatency(LATENCY * 1.3, 0.5)]), 1).figures
  expect(figure).toMatchObject({ verdict: 'differs' })
  expect(figure!.z).toBeLessThan(-4.89)
})

test('a figure without scatter has to be right but for rounding', () => {
  const minimum = (expected: number): TheoryFigure => ({
    name: 'minimum',
    unit: 's',
    expected,
    tolerance: 0.02,
    simulated: () => 0.1 + 0.2,
  })
  const { figures } = checkModel({ ...model([minimum(0.3), minimum(0.30001)]), replications: 2 }, 1)
  expect(figures.map(({ verdict }) => verdict)).toEqual(['agrees', 'differs'])
})

test('the warm-up counts neither in latencies nor in the means of gauges', () => {
  // Asleep for 10 s each: the number asleep grows from 0 to 100 during the first 10 s and stays there.
  const asleep = { ...model([]), scenario: singleServer([io(10_000)], { horizon: 400 }), warmUp: 20 }
  const { latencies, gaugeMean, result } = replicate(asleep, 1, 0)
  const { start, outcome } = result.requests
  expect(latencies.length).toBe(start.filter((born, i) => born >= 20 && outcome[i] === 0).length)
  expect(latencies).toEqual(latencies.slice().sort())
  const whole = result.summary.components.srv!.event_loop_io_sleep!.mean
  const early = replicate({ ...asleep, warmUp: 0 }, 1, 0).gaugeMean('srv', 'event_loop_io_sleep')
  expect(early).toBe(whole)
  // The area of the first 20 s, 100·(20 − 5) but for chance, is left out.
  const left = (whole * 400 - gaugeMean('srv', 'event_loop_io_sleep') * 380) / 1500
  expect(Math.abs(left - 1)).toBeLessThan(0.25)
})

test('progress is told after each replication', () => {
  const done: number[] = []
  checkModel({ ...model([meanLatency(LATENCY)]), replications: 3 }, 1, (replications) => done.push(replications))
  expect(done).toEqual([1, 2, 3])
})
