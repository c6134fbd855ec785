import { expect, test } from 'vitest'
import { ClampedNormal } from '../../src/kernel/random/distributions/clampedNormal'
import type { Distribution } from '../../src/kernel/random/distributions/distribution'
import { LogNormal } from '../../src/kernel/random/distributions/logNormal'
import { RandomStreams } from '../../src/kernel/random/streams'
import { lawOf } from './laws'
import { type Expectation, suspicionsOf } from './suspicions'
import { probabilities, type TabulatedLaw, tabulatedLaws } from './tabulatedLaws'

const N = 1_000_000

/** A million values as a run would draw them. */
function sampleOf(law: Pick<Distribution, 'quantile'>, component: string): Float64Array {
  const stream = new RandomStreams(1, 0).stream('demand', component)
  const sample = new Float64Array(N)
  for (let i = 0; i < N; i++) {
    stream.seek(i)
    sample[i] = law.quantile(stream.first)
  }
  return sample
}

/** Moments and quantiles are the table's; that `cumulative` inverts the table is tested with the quantiles. */
function expectationOf({ law, mean, variance, quantiles }: TabulatedLaw): Expectation {
  const at = (u: number) => quantiles[probabilities.findIndex((probability) => probability >= u)]!
  return {
    law,
    mean,
    variance,
    support: [law.quantile(2 ** -53), law.quantile(1 - 2 ** -53)],
    p999: at(1 - 0.0010001),
    extreme: at(1 - 1.0001e-6),
  }
}

test.each(tabulatedLaws)('a million draws of $name have its shape and its moments', (tabulated) => {
  expect(suspicionsOf(sampleOf(tabulated.law, tabulated.name), expectationOf(tabulated))).toEqual([])
})

/** The tabulated law of this name and these parameters, and what its samples should look like. */
function expected(...spec: readonly unknown[]): Expectation {
  return expectationOf(tabulatedLaws.find(({ name }) => name === JSON.stringify(spec).replaceAll('"', ''))!)
}

test.each([
  { fault: 'a mean 1 % too large', right: expected('exponential', 1), wrong: lawOf(['exponential', 1.01]) },
  { fault: 'a mean 1 % too small', right: expected('gamma', 2.5, 0.01), wrong: lawOf(['gamma', 2.5, 0.0099]) },
  {
    fault: 'a variance taken for a standard deviation',
    right: expected('clampedNormal', 10, 4),
    wrong: new ClampedNormal(10, 16),
  },
  {
    fault: 'a mean of values taken for one of logarithms',
    right: expected('logNormalOfMoments', 1, 1),
    wrong: new LogNormal(1, 1),
  },
  { fault: 'a scale taken for a rate', right: expected('gamma', 0.5, 2), wrong: lawOf(['gamma', 0.5, 0.5]) },
  {
    fault: 'what is below 0 drawn again instead of clamped',
    right: expected('clampedNormal', 1, 1),
    wrong: truncatedNormal(1, 1),
  },
  {
    fault: 'a Poisson law that is a rounded normal one',
    right: expected('poisson', 50),
    wrong: rounded(new ClampedNormal(50, 50)),
  },
  { fault: 'a tail cut off', right: expected('pareto', 1.5, 0.01), wrong: lawOf(['pareto', 1.5, 0.01, 1]) },
  {
    fault: 'weights swapped',
    right: expected('mixture', [1, ['deterministic', 1]], [2, ['deterministic', 2]], [1, ['deterministic', 3]]),
    wrong: lawOf(['mixture', [2, ['deterministic', 1]], [1, ['deterministic', 2]], [1, ['deterministic', 3]]]),
  },
  {
    fault: 'a constant that is another one',
    right: expected('deterministic', 1),
    wrong: lawOf(['deterministic', 1.01]),
  },
])('the tests reject $fault', ({ right, wrong }) => {
  expect(suspicionsOf(sampleOf(wrong, 'wrong'), right)).not.toEqual([])
})

test('the tests reject a single infinite or negative value among a million', () => {
  const right = expected('exponential', 1)
  const { law } = tabulatedLaws.find(({ spec }) => spec[0] === 'exponential' && spec[1] === 1)!
  for (const intruder of [Number.POSITIVE_INFINITY, -1e-9]) {
    const sample = sampleOf(law, 'intruder')
    sample[500] = intruder
    expect(suspicionsOf(sample, right).join()).toContain('support')
  }
})

test.each(tabulatedLaws)('the most extreme uniform variates give $name a finite value', ({ law }) => {
  for (const u of [2 ** -53, 1 - 2 ** -53]) {
    expect(law.quantile(u)).toBeGreaterThanOrEqual(0)
    expect(law.quantile(u)).toBeLessThan(Number.POSITIVE_INFINITY)
  }
})

/** Normal given that it is positive. */
function truncatedNormal(mean: number, variance: number): Pick<Distribution, 'quantile'> {
  const clamped = new ClampedNormal(mean, variance)
  const below = clamped.cumulative(0)
  return { quantile: (u) => clamped.quantile(below + u * (1 - below)) }
}

function rounded(law: Distribution): Pick<Distribution, 'quantile'> {
  return { quantile: (u) => Math.round(law.quantile(u)) }
}
