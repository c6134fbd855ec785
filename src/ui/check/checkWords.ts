import { formatNumber } from '../../base/format'
import type { CheckState } from '../../store/checkStore'
import type { FingerprintReport } from '../../validation/checkSimulator'
import type { FigureReport } from '../../validation/theoryModel'

/** The outcome of a check in a sentence or two; undefined while there is none. */
export function verdictOf({ state, models, fingerprints }: CheckState): { ok: boolean; text: string } | undefined {
  if (state.phase !== 'done') return undefined
  const agreeing = models.filter(({ verdict }) => verdict === 'agrees').length
  const same = fingerprints.filter(({ isSame }) => isSame).length
  return {
    ok: agreeing === models.length && same === fingerprints.length,
    text: `Your browser reproduces ${same} of ${fingerprints.length} reference runs to the last bit. ${agreeing} of ${models.length} models agree with queueing theory.`,
  }
}

/** A figure of a model, ready to be shown: all its values in one unit. */
export interface FigureWords {
  readonly name: string
  readonly unit: string
  readonly expected: string
  readonly simulated: string
  readonly low: string
  readonly high: string
}

/** Times are told in the unit that suits the expected one. */
export function figureWords({ name, unit, expected, simulated, low, high }: FigureReport): FigureWords {
  const [shownUnit, factor] = unit === 's' ? timeUnitOf(expected) : [unit === '1' ? '' : unit, 1]
  const show = (value: number) => formatNumber(value * factor, 4)
  return {
    name,
    unit: shownUnit,
    expected: show(expected),
    simulated: show(simulated),
    low: show(low),
    high: show(high),
  }
}

function timeUnitOf(seconds: number): readonly [string, number] {
  if (seconds < 1e-3) return ['µs', 1e6]
  return seconds < 1 ? ['ms', 1e3] : ['s', 1]
}

/** The reference runs of one scenario. */
export interface ScenarioRuns {
  readonly scenario: string
  readonly events: number
  readonly same: number
  readonly runs: readonly FingerprintReport[]
}

/** Reference runs by their scenario, in the order in which they were made. */
export function runsByScenario(fingerprints: readonly FingerprintReport[]): ScenarioRuns[] {
  const scenarios = [...new Set(fingerprints.map(({ scenario }) => scenario))]
  return scenarios.map((scenario) => {
    const runs = fingerprints.filter((run) => run.scenario === scenario)
    return {
      scenario,
      events: runs.reduce((sum, { events }) => sum + events, 0),
      same: runs.filter(({ isSame }) => isSame).length,
      runs,
    }
  })
}
