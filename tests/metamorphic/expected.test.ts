import { expect, test } from 'vitest'
import type { Scenario, StepSpec } from '../../src/catalog/specs'
import { effort } from '../fixtures/effort'
import { always, balanced, exponential, simulate, singleServer } from '../fixtures/scenario'

/*
 * Relations that hold on average. Each side is replicated under seeds of its own; a difference counts beyond 4.89
 * standard errors, which chance alone exceeds once in a million times.
 */

const SIGNIFICANT = 4.89
const REPLICATIONS = 20

const work: StepSpec = { kind: 'cpu_bound_operation', step_operation: { cpu_time: exponential(0.02) } }

function meanLatencies(of: Scenario, first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => {
    const { summary } = simulate(of, { seed: effort.seed, replication: first + i })
    return summary.latency.mean!
  })
}

/** By how many standard errors the second is slower than the first. */
function slowdown(fast: Scenario, slow: Scenario): number {
  const count = effort.runs(REPLICATIONS)
  const [a, b] = [moments(meanLatencies(fast, 0, count)), moments(meanLatencies(slow, count, count))]
  return (b.mean - a.mean) / Math.sqrt((a.variance + b.variance) / count)
}

function moments(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return { mean, variance }
}

const load = (perSecond: number) => ({ users: always(perSecond), horizon: 100 })

test('more requests wait longer', () => {
  expect(slowdown(singleServer([work], load(25)), singleServer([work], load(35)))).toBeGreaterThan(SIGNIFICANT)
})

test('two cores with one queue are faster than two servers with a queue each', () => {
  const pooled = singleServer([work], { ...load(70), resources: { cpu_cores: 2 } })
  expect(slowdown(pooled, balanced(2, [work], load(70)))).toBeGreaterThan(SIGNIFICANT)
})

test('least connection is faster than round robin where work varies', () => {
  const by = (balancer: 'round_robin' | 'least_connection') =>
    balanced(4, [work], { ...load(160), horizon: 30, balancer })
  expect(slowdown(by('least_connection'), by('round_robin'))).toBeGreaterThan(SIGNIFICANT)
})

test('no seed is special: two sets of replications have the same distribution', () => {
  const of = singleServer([work], { users: always(30), horizon: 20 })
  const count = 100
  const [a, b] = [meanLatencies(of, 0, count), meanLatencies(of, count, count)]
  const shareUpTo = (values: readonly number[], limit: number) =>
    values.filter((value) => value <= limit).length / count
  const distance = Math.max(...[...a, ...b].map((value) => Math.abs(shareUpTo(a, value) - shareUpTo(b, value))))
  // Kolmogorov and Smirnov, two samples, once in a million times: √(ln(2·10⁶) / 2) · √(2 / count).
  expect(distance).toBeLessThan(2.693 * Math.sqrt(2 / count))
})
