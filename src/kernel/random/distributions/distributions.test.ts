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

test.each<[string, () => Distribution, string]>([
  ['an exponential law of mean 0', () => new Exponential(0), 'mean 0 of an exponential law'],
  ['a uniform law that ends before it begins', () => new Uniform(2, 1), 'a uniform law from 2 to 1'],
  ['a negative variance', () => new ClampedNormal(1, -1), 'variance -1 of a normal law'],
  ['a negative sigma', () => new LogNormal(0, -1), 'sigma -1 of a log-normal law'],
  ['quantiles that fall', () => LogNormal.ofQuantiles(0.5, 2, 0.9, 1), 'quantiles 0.5: 2, 0.9: 1 of a log-normal law'],
  ['quantiles in the wrong order', () => LogNormal.ofQuantiles(0.9, 1, 0.5, 2), 'quantiles 0.9: 1, 0.5: 2'],
  ['a quantile of 0', () => LogNormal.ofQuantiles(0.5, 0, 0.9, 1), 'quantiles 0.5: 0, 0.9: 1'],
  ['a gamma law of shape 0', () => new Gamma(0, 1), 'shape 0 of a gamma function'],
  ['a gamma law without scale', () => new Gamma(1, 0), 'scale 0 of a gamma law'],
  ['a Weibull law of shape 0', () => new Weibull(0, 1), 'a Weibull law of shape 0 and scale 1'],
  ['a Weibull law of scale 0', () => new Weibull(1, 0), 'a Weibull law of shape 1 and scale 0'],
  ['a Pareto law of alpha 0', () => new Pareto(0, 1), 'a Pareto law of alpha 0 from 1 to Infinity'],
  ['a Pareto law that starts at 0', () => new Pareto(1, 0), 'a Pareto law of alpha 1 from 0 to Infinity'],
  ['a Pareto law that ends where it starts', () => new Pareto(1, 2, 2), 'a Pareto law of alpha 1 from 2 to 2'],
  ['a coefficient of variation below 1', () => Hyperexponential.ofMoments(1, 0.5), 'coefficient of variation 0.5'],
  ['branches without weights', () => new Hyperexponential([1, 2], [1]), '2 means and 1 weights'],
  ['a mixture of nothing', () => new Mixture([]), 'weights  of a mixture'],
  ['weights that are all 0', () => new Mixture([{ weight: 0, law: new Deterministic(1) }]), 'weights 0 of a mixture'],
  [
    'a negative weight',
    () =>
      new Mixture([
        { weight: 2, law: new Deterministic(1) },
        { weight: -1, law: new Deterministic(2) },
      ]),
    'weights 2,-1 of a mixture',
  ],
  ['an empty sample', () => Empirical.ofSamples([]), 'an empirical law without values'],
  [
    'quantiles that do not reach 1',
    () => Empirical.ofQuantiles([{ probability: 0, value: 1 }]),
    'quantiles of an empirical law run from probability 0 to 1',
  ],
  [
    'quantiles that do not begin at 0',
    () =>
      Empirical.ofQuantiles([
        { probability: 0.1, value: 0 },
        { probability: 1, value: 1 },
      ]),
    'quantiles of an empirical law run from probability 0 to 1',
  ],
  [
    'two values for one probability',
    () =>
      Empirical.ofQuantiles([
        { probability: 0, value: 1 },
        { probability: 0.5, value: 2 },
        { probability: 0.5, value: 3 },
        { probability: 1, value: 4 },
      ]),
    'quantiles of an empirical law ascend, at probability 0.5',
  ],
  [
    'values that fall',
    () =>
      Empirical.ofQuantiles([
        { probability: 0, value: 2 },
        { probability: 0.5, value: 1 },
        { probability: 1, value: 3 },
      ]),
    'quantiles of an empirical law ascend, at probability 0.5',
  ],
  [
    'bounds that exclude everything',
    () => new Bounded(new Deterministic(1), { min: 2, max: 1 }),
    'bounds 2 and 1 of a law',
  ],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(InvariantError)
  expect(make).toThrow(message)
})

describe('degenerate laws are constants', () => {
  test.each<[string, () => Distribution, number]>([
    ['a normal law without variance', () => new ClampedNormal(3, 0), 3],
    ['a normal law that is clamped whole', () => new ClampedNormal(-3, 0), 0],
    ['a log-normal law without variance', () => LogNormal.ofMoments(3, 0), 3],
    ['a uniform law of no width', () => new Uniform(3, 3), 3],
    ['a mixture of one constant', () => new Mixture([{ weight: 5, law: new Deterministic(3) }]), 3],
    ['a law outside its bounds', () => new Bounded(new Uniform(0, 1), { min: 3, max: 4 }), 3],
    ['a law between two equal bounds', () => new Bounded(new Uniform(0, 9), { min: 3, max: 3 }), 3],
    ['a shift below 0', () => new Bounded(new Uniform(0, 1), { shift: -2 }), 0],
  ])('%s', (_, make, value) => {
    const law = make()
    for (const u of [2 ** -53, 0.3, 0.5, 1 - 2 ** -53]) expect(law.quantile(u)).toBeCloseTo(value, 14)
    expect(law.mean).toBeCloseTo(value, 14)
    expect(law.cumulative(value - 0.001)).toBe(0)
    expect(law.cumulative(value + 0.001)).toBe(1)
    expect(law.survival(value - 0.001)).toBe(1)
    expect(law.survival(value + 0.001)).toBe(0)
  })
})

test.each<[string, () => Distribution, least: number, greatest: number]>([
  ['a deterministic law', () => new Deterministic(2), 2, 2],
  ['an exponential law', () => new Exponential(2), 0, Number.POSITIVE_INFINITY],
  ['a uniform law', () => new Uniform(1, 3), 1, 3],
  ['a normal law', () => new ClampedNormal(1, 4), 0, Number.POSITIVE_INFINITY],
  ['a log-normal law', () => new LogNormal(0, 1), 0, Number.POSITIVE_INFINITY],
  ['a gamma law', () => new Gamma(2, 1), 0, Number.POSITIVE_INFINITY],
  ['a Weibull law of odd shape', () => new Weibull(3, 1), 0, Number.POSITIVE_INFINITY],
  ['a Pareto law', () => new Pareto(1.5, 2), 2, Number.POSITIVE_INFINITY],
  ['a Pareto law that is cut off', () => new Pareto(1.5, 2, 5), 2, 5],
  ['a hyperexponential law', () => Hyperexponential.ofMoments(1, 2), 0, Number.POSITIVE_INFINITY],
  ['an empirical law', () => Empirical.ofSamples([1, 4]), 1, 4],
  ['a law within bounds', () => new Bounded(new Exponential(1), { min: 0.5, max: 2 }), 0.5, 2],
])('%s has nothing below its least value, and nothing above its greatest', (_, make, least, greatest) => {
  const law = make()
  for (const x of [-1, least - 0.5]) {
    expect([law.cumulative(x), law.survival(x), law.limitedMean(x)]).toEqual([0, 1, x])
  }
  for (const x of [greatest, greatest + 0.5]) {
    expect([law.cumulative(x), law.survival(x)]).toEqual([1, 0])
    expect(law.limitedMean(x)).toBeCloseTo(law.mean, 14)
  }
})

test('a log-normal law of a mean and a variance has both', () => {
  // σ² = ln(1 + 9/9) = ln 2, so the median is 3/√2, and e^σ times that is the quantile of Φ(1).
  const law = LogNormal.ofMoments(3, 9)
  expect(law.mean).toBeCloseTo(3, 13)
  expect(law.quantile(0.5)).toBeCloseTo(3 / Math.SQRT2, 13)
  expect(law.quantile(0.8413447460685429)).toBeCloseTo((3 / Math.SQRT2) * Math.exp(Math.sqrt(Math.LN2)), 12)
})

test('two quantiles are enough of an empirical law: it is uniform between them', () => {
  const points = [0, 1].map((probability) => ({ probability, value: 2 + 3 * probability }))
  const law = Empirical.ofQuantiles(points)
  expect(law.mean).toBe(3.5)
  expect([0.25, 0.5].map((u) => law.quantile(u))).toEqual([2.75, 3.5])
  expect(law.survival(2)).toBe(1)
})

test('a hyperexponential law of a mean and a variation has half of its mean in each branch', () => {
  // c² = 9: p = (1 + √(8/10)) / 2 = 0.947214, so the branches have the means 2 / 2p and 2 / 2(1 − p).
  const p = (1 + Math.sqrt(0.8)) / 2
  const law = Hyperexponential.ofMoments(2, 3)
  expect(law.mean).toBeCloseTo(2, 14)
  for (const x of [0.5, 5, 50]) {
    expect(law.survival(x)).toBeCloseTo(p * Math.exp(-x * p) + (1 - p) * Math.exp(-x * (1 - p)), 13)
  }
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
