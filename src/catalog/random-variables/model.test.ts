import { expect, test } from 'vitest'
import { distributionOf, durationOf } from './model'
import type { RandomVariableSpec } from './spec'

/** Mean and variance by integrating the quantile function over a fine grid: no dice, no flakes. */
function moments(spec: RandomVariableSpec): { mean: number; variance: number } {
  const law = distributionOf(spec)
  const n = 200_000
  let sum = 0
  let squares = 0
  for (let i = 0; i < n; i++) {
    const value = law.quantile((i + 0.5) / n)
    sum += value
    squares += value * value
  }
  const mean = sum / n
  return { mean, variance: squares / n - mean * mean }
}

test.each([
  [{ mean: 0.003, distribution: 'exponential' }, 0.003, 0.003 ** 2],
  [{ mean: 50, distribution: 'poisson' }, 50, 50],
  [{ mean: 0.003, distribution: 'poisson' }, 0.003, 0.003],
  [{ mean: 100_000, distribution: 'poisson' }, 100_000, 100_000],
  [{ mean: 10, distribution: 'normal', variance: 4 }, 10, 4],
  [{ mean: 25, distribution: 'normal' }, 25, 25],
  [{ mean: 2, distribution: 'log_normal', variance: 0.5 }, 2, 0.5],
  [{ mean: 3, distribution: 'log_normal' }, 3, 3],
  [{ mean: 5, distribution: 'uniform' }, 5, 100 / 12],
  [{ mean: 5, distribution: 'uniform', variance: 3 }, 5, 3],
  [{ mean: 5, distribution: 'uniform', variance: null }, 5, 100 / 12],
  [{ mean: 25, distribution: 'normal', variance: null }, 25, 25],
] as const)('%j has the mean and the variance that it states', (spec, mean, variance) => {
  const actual = moments(spec)
  expect(Math.abs(actual.mean / mean - 1)).toBeLessThan(0.002)
  expect(Math.abs(actual.variance / variance - 1)).toBeLessThan(0.01)
})

test('a normal variable is clamped at 0, a uniform one does not reach below it', () => {
  expect(distributionOf({ mean: 1, distribution: 'normal', variance: 100 }).quantile(0.01)).toBe(0)
  expect(distributionOf({ mean: 1, distribution: 'uniform', variance: 3 }).quantile(1e-9)).toBeGreaterThanOrEqual(0)
})

test('poisson probabilities are those of the law', () => {
  const law = distributionOf({ mean: 2, distribution: 'poisson' })
  // P(0) = e⁻² = 0.13534, P(≤ 1) = 0.40601, P(≤ 2) = 0.67668
  expect([0.1353, 0.1354, 0.406, 0.4061, 0.6766, 0.6767].map((u) => law.quantile(u))).toEqual([0, 1, 1, 2, 2, 3])
  expect(distributionOf({ mean: 0, distribution: 'poisson' }).quantile(0.999)).toBe(0)
})

test('a duration that never varies is a number, any other a law', () => {
  expect(durationOf(0.5)).toBe(0.5)
  expect(durationOf({ distribution: 'deterministic', mean: 2 })).toBe(2)
  expect(durationOf({ distribution: 'deterministic', mean: 2, shift: 1 })).toMatchObject({ mean: 3 })
  expect(durationOf({ distribution: 'exponential', mean: 2 })).toMatchObject({ mean: 2 })
})
