import { describe, expect, test } from 'vitest'
import { InvariantError } from '../../../base/assert'
import { Bounded } from './bounded'
import { ClampedNormal } from './clampedNormal'
import { Deterministic } from './deterministic'
import type { Distribution } from './distribution'
import { Empirical } from './empirical'
import { Exponential } from './exponential'
import { Gamma } from './gamma'
import { Hyperexponential } from './hyperexponential'
import { LogNormal } from './logNormal'
import { Mixture } from './mixture'
import { Pareto } from './pareto'
import { Uniform } from './uniform'
import { Weibull } from './weibull'

/* How precise the laws are and how they sample is tested for all of them alike in tests/samplers. */

test.each<[string, () => Distribution]>([
  ['an exponential law of mean 0', () => new Exponential(0)],
  ['a uniform law that ends before it begins', () => new Uniform(2, 1)],
  ['a negative variance', () => new ClampedNormal(1, -1)],
  ['a negative sigma', () => new LogNormal(0, -1)],
  ['quantiles that fall', () => LogNormal.ofQuantiles(0.5, 2, 0.9, 1)],
  ['a gamma law of shape 0', () => new Gamma(0, 1)],
  ['a gamma law without scale', () => new Gamma(1, 0)],
  ['a Weibull law of shape 0', () => new Weibull(0, 1)],
  ['a Pareto law that starts at 0', () => new Pareto(1, 0)],
  ['a Pareto law that ends where it starts', () => new Pareto(1, 2, 2)],
  ['a coefficient of variation below 1', () => Hyperexponential.ofMoments(1, 0.5)],
  ['branches without weights', () => new Hyperexponential([1, 2], [1])],
  ['a mixture of nothing', () => new Mixture([])],
  ['weights that are all 0', () => new Mixture([{ weight: 0, law: new Deterministic(1) }])],
  ['an empty sample', () => Empirical.ofSamples([])],
  ['quantiles that do not reach 1', () => Empirical.ofQuantiles([{ probability: 0, value: 1 }])],
  ['bounds that exclude everything', () => new Bounded(new Deterministic(1), { min: 2, max: 1 })],
])('%s is refused', (_, make) => {
  expect(make).toThrow(InvariantError)
})

describe('degenerate laws are constants', () => {
  test.each<[string, Distribution, number]>([
    ['a normal law without variance', new ClampedNormal(3, 0), 3],
    ['a normal law that is clamped whole', new ClampedNormal(-3, 0), 0],
    ['a log-normal law without variance', LogNormal.ofMoments(3, 0), 3],
    ['a uniform law of no width', new Uniform(3, 3), 3],
    ['a mixture of one constant', new Mixture([{ weight: 5, law: new Deterministic(3) }]), 3],
    ['a law outside its bounds', new Bounded(new Uniform(0, 1), { min: 3, max: 4 }), 3],
    ['a shift below 0', new Bounded(new Uniform(0, 1), { shift: -2 }), 0],
  ])('%s', (_, law, value) => {
    for (const u of [2 ** -53, 0.3, 0.5, 1 - 2 ** -53]) expect(law.quantile(u)).toBeCloseTo(value, 14)
    expect(law.mean).toBeCloseTo(value, 14)
    expect(law.cumulative(value - 0.001)).toBe(0)
    expect(law.cumulative(value + 0.001)).toBe(1)
    expect(law.survival(value - 0.001)).toBe(1)
    expect(law.survival(value + 0.001)).toBe(0)
  })
})

test('a mixture gives its atoms exactly, and nothing decreases across them', () => {
  const law = new Mixture([
    { weight: 0.5, law: new Deterministic(0.1) },
    { weight: 0.5, law: new Exponential(0.1) },
  ])
  // Below the atom lies ½(1 − 1/e) = 0.316 of the mass, up to it 0.816.
  expect([0.3161, 0.4, 0.6, 0.816].map((u) => law.quantile(u))).toEqual([0.1, 0.1, 0.1, 0.1])
  expect(law.quantile(0.316)).toBeLessThan(0.1)
  expect(law.quantile(0.8161)).toBeGreaterThan(0.1)
})

test('weights of 0 do not matter, not even to an infinite mean', () => {
  const law = new Mixture([
    { weight: 0, law: new Pareto(0.5, 1) },
    { weight: 2, law: new Exponential(3) },
  ])
  expect(law.mean).toBe(3)
})

test('a hyperexponential law with a coefficient of variation of 1 is exponential', () => {
  const law = Hyperexponential.ofMoments(2, 1)
  for (const x of [0.1, 1, 10]) expect(law.cumulative(x)).toBeCloseTo(new Exponential(2).cumulative(x), 15)
})

test('the mean of a Pareto law is infinite from alpha 1 down, unless it is bounded', () => {
  expect(new Pareto(1, 2).mean).toBe(Number.POSITIVE_INFINITY)
  expect(new Pareto(2, 2).mean).toBe(4)
  expect(new Pareto(1, 1, Math.E).mean).toBeCloseTo(1 / (1 - 1 / Math.E), 14)
})
