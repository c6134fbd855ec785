import { expect, test } from 'vitest'
import type { Scenario } from '../../src/catalog/specs'
import type { RunResult, TimeSeries } from '../../src/engine/runResult'
import { Outcome } from '../../src/kernel/network/outcome'
import type { DrawSource } from '../../src/kernel/random/draws'
import { StreamedDraws } from '../../src/kernel/random/streamedDraws'
import { changedDraws } from '../fixtures/changedDraws'
import { coarseDraws } from '../fixtures/coarseDraws'
import { forAllScenarios } from '../fixtures/forAll'
import { auditRun } from './audit'
import { isClose } from './check'

const MINUTES = 60_000

test('in random scenarios no promise of the kernel is broken at any event', { timeout: 60 * MINUTES }, () => {
  forAllScenarios(1000, 0, (scenario, seed) => checkRun(scenario, () => new StreamedDraws(seed, 0)))
})

test('nor is one when much happens at one instant', { timeout: 60 * MINUTES }, () => {
  forAllScenarios(100, 1, (scenario, seed) => checkRun(scenario, () => coarseDraws(new StreamedDraws(seed, 0))))
})

test('when no more requests come, everything returns to zero', { timeout: 60 * MINUTES }, () => {
  forAllScenarios(150, 2, (scenario, seed) => {
    const { run, result, audit } = auditRun(quietAfter(scenario), () => twoBursts(scenario, new StreamedDraws(seed, 0)))
    expect(result.summary.requests.inFlight).toBe(0)
    for (const { gauge } of audit.gauges) expect(gauge.value).toBeCloseTo(0, 9)
    for (const [id, { busyCores }] of audit.servers) {
      // The utilisation law: what the cores did is what was asked of them.
      expect(isClose(busyCores.staysUntil(run.now), audit.demands.coreSeconds.get(id) ?? 0)).toBe(true)
    }
  })
})

function checkRun(scenario: Scenario, draws: () => DrawSource): void {
  const { result, audit } = auditRun(scenario, draws)
  compareOutcomes(result, audit.outcomes)
  compareSeries(result, audit.samples)
}

/** Every figure that counts requests counts the same. */
function compareOutcomes(
  { summary, requests, histogram, series }: RunResult,
  outcomes: ReadonlyMap<number, number>,
): void {
  const { completed, dropped, no_server_up } = summary.requests.outcomes
  const count = (from: number, to = from) =>
    [...outcomes].reduce((sum, [outcome, n]) => (outcome >= from && outcome <= to ? sum + n : sum), 0)
  expect(completed).toBe(count(Outcome.COMPLETED))
  expect(no_server_up).toBe(count(Outcome.NO_SERVER_UP))
  expect(dropped).toBe(count(Outcome.FIRST_LINK, Number.POSITIVE_INFINITY))
  expect(Object.values(summary.requests.droppedByEdge).reduce((sum, n) => sum + n, 0)).toBe(dropped)
  expect(new Set(requests.id).size).toBe(completed + dropped + no_server_up)
  expect(histogram.counts.reduce((sum, n) => sum + n, 0)).toBe(completed)
  expect(total(series.find(({ metric }) => metric === 'completed')!)).toBe(completed)
  expect(total(series.find(({ metric }) => metric === 'offered')!)).toBe(summary.requests.generated)
}

const total = ({ mean, samplesPerPoint }: TimeSeries) => mean.reduce((sum, value) => sum + value * samplesPerPoint, 0)

/** A sample taken at a tick is what the audit counted at that time. */
function compareSeries({ series }: RunResult, samples: ReadonlyMap<string, number[]>): void {
  for (const { metric, component, samplesPerPoint, mean, time, samplePeriod } of series) {
    if (component === '') continue
    expect(samplesPerPoint).toBe(1)
    const counted = samples.get(`${metric} of ${component}`)!
    expect(mean.length).toBe(counted.length)
    expect(mean.findIndex((value, i) => !isClose(value, counted[i]!))).toBe(-1)
    expect(time.findIndex((value, i) => !isClose(value, (i + 1) * samplePeriod))).toBe(-1)
  }
}

const SECOND_BURST = 1000

/** Long enough for the longest request to end; nothing is sampled. */
function quietAfter(scenario: Scenario): Scenario {
  const sim_settings = { ...scenario.sim_settings, total_simulation_time: 2 * SECOND_BURST, enabled_sample_metrics: [] }
  return { ...scenario, sim_settings }
}

/** Users in the first window, and once more when all is quiet: what was not given back is missing then. */
function twoBursts({ rqs_input }: Scenario, source: DrawSource): DrawSource {
  const second = Math.floor(SECOND_BURST / rqs_input.user_sampling_window)
  return changedDraws(source, { users: (drawn, window) => (window === 0 || window === second ? drawn : 0) })
}
