import { expect, test } from 'vitest'
import type { Scenario } from '../../src/catalog/specs'
import type { DrawSource } from '../../src/kernel/random/draws'
import { StreamedDraws } from '../../src/kernel/random/streamedDraws'
import { coarseDraws } from '../fixtures/coarseDraws'
import { type TracedEvent, traceRun } from '../fixtures/eventTrace'
import { forAllScenarios } from '../fixtures/forAll'
import { isClose } from '../invariants/check'
import { simulateReference } from './simulate'

const MINUTES = 60_000

test('the kernel and the reference kernel let the same things happen in the same order at the same times', {
  timeout: 60 * MINUTES,
}, () => {
  forAllScenarios(1000, 0, (scenario, seed) => compare(scenario, () => new StreamedDraws(seed, 0)))
})

test('they agree on who comes first when much happens at one instant', { timeout: 60 * MINUTES }, () => {
  forAllScenarios(120, 1, (scenario, seed) => compare(scenario, () => coarseDraws(new StreamedDraws(seed, 0))))
})

function compare(scenario: Scenario, draws: () => DrawSource): void {
  const { events, result } = traceRun(scenario, draws())
  const reference = simulateReference(scenario, draws())

  // Times are compared bit by bit.
  const different = events.findIndex((event, i) => !isSame(event, reference.events[i]))
  if (different >= 0)
    expect(events.slice(different, different + 5)).toEqual(reference.events.slice(different, different + 5))
  expect(events.length).toBe(reference.events.length)

  const { requests, summary } = result
  expect(summary.requests.generated).toBe(reference.generated)
  expect(requests.id).toEqual(Uint32Array.from(reference.ended, ({ request }) => request))
  expect(requests.start).toEqual(Float64Array.from(reference.ended, ({ start }) => start))
  expect(requests.finish).toEqual(Float64Array.from(reference.ended, ({ finish }) => finish))
  expect(Array.from(requests.outcome, (outcome) => requests.outcomeNames[outcome])).toEqual(
    reference.ended.map(({ outcome }) => outcome),
  )
  expect(Math.abs((summary.llmCost?.total ?? 0) - reference.cost)).toBeLessThanOrEqual(1e-9 * reference.cost)

  const astray = Object.entries(summary.components).flatMap(([component, gauges]) =>
    Object.entries(gauges).flatMap(([metric, { mean, max }]) => {
      if (metric === 'cpu_utilization') return []
      const name = `${metric} of ${component}`
      const level = reference.levels[name]!
      return isClose(mean * result.horizon, level.integral) && isClose(max, level.max) ? [] : [name]
    }),
  )
  expect(astray).toEqual([])
}

function isSame(a: TracedEvent, b: TracedEvent | undefined): boolean {
  return (
    b !== undefined && a.time === b.time && a.component === b.component && a.what === b.what && a.request === b.request
  )
}
