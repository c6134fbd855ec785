import type { Distribution } from '../../src/kernel/random/distributions/distribution'
import { CRITICAL_Z, chiSquare, criticalChiSquare, criticalDistance, distance, momentsOf } from './statistics'

/** What a sample should look like. */
export interface Expectation {
  readonly law: Pick<Distribution, 'cumulative' | 'survival' | 'limitedMean'>
  readonly mean: number
  readonly variance: number
  /** No value may lie outside. */
  readonly support: readonly [low: number, high: number]
  /** A value that one in a thousand exceeds. */
  readonly p999: number
  /** A value that one in a million exceeds. */
  readonly extreme: number
}

/** Smallest expected count in a bin of a χ² test. */
const LEAST_IN_BIN = 25
/** More distinct values than any discrete law of the tables shows. */
const MOST_VALUES = 4000

/** What in a sample does not fit; sorts the sample. Empty for a right sampler, with a false alarm in some 200,000. */
export function suspicionsOf(sample: Float64Array, expected: Expectation): string[] {
  const found: string[] = []
  const suspect = (what: string, value: number, limit: number) => {
    if (!(value <= limit)) found.push(`${what}: ${value.toPrecision(4)} > ${limit.toPrecision(4)}`)
  }
  sample.sort()
  const n = sample.length
  const [low, high] = expected.support
  suspect('support, low', low - sample[0]!, 0)
  suspect('support, high', sample[n - 1]!, high)
  suspect('Kolmogorov–Smirnov', distance(sample, expected.law.cumulative.bind(expected.law)), criticalDistance(n))
  const counts = countsOfValues(sample)
  if (counts) suspectCounts(counts, n, expected, suspect)

  // The error of a constant is 0.
  const z = (actual: number, mean: number, error: number) => (actual === mean ? 0 : Math.abs(actual - mean) / error)
  const spread = Math.sqrt(expected.variance)
  // Sums of a million values are normal only if there is a variance and a single value cannot carry them.
  if (Number.isFinite(spread) && expected.extreme - expected.mean <= 100 * spread) {
    const { mean, variance, varianceError } = momentsOf(sample)
    suspect('mean, z', z(mean, expected.mean, spread / Math.sqrt(n)), CRITICAL_Z)
    suspect('variance, z', z(variance, expected.variance, varianceError), CRITICAL_Z)
  }
  const limited = momentsOf(sample.map((value) => Math.min(value, expected.p999)))
  suspect('limited mean, z', z(limited.mean, expected.law.limitedMean(expected.p999), limited.meanError), CRITICAL_Z)
  return found
}

/** How often each value occurs, if the sample is one of a discrete law; wants it sorted. */
function countsOfValues(ascending: Float64Array): Map<number, number> | undefined {
  const counts = new Map<number, number>()
  for (const value of ascending) {
    counts.set(value, (counts.get(value) ?? 0) + 1)
    if (counts.size > MOST_VALUES) return undefined
  }
  return counts
}

function suspectCounts(
  counts: Map<number, number>,
  n: number,
  { law }: Expectation,
  suspect: (what: string, value: number, limit: number) => void,
): void {
  // Neighbouring values share a bin until enough of them are expected; the last bin takes the rest.
  const bins: { count: number; expected: number }[] = []
  let bin = { count: 0, expected: 0 }
  let below = 0
  for (const [value, count] of counts) {
    const upTo = law.cumulative(value)
    bin.count += count
    bin.expected += n * (upTo - below)
    below = upTo
    if (bin.expected >= LEAST_IN_BIN && n * law.survival(value) >= LEAST_IN_BIN) {
      bins.push(bin)
      bin = { count: 0, expected: 0 }
    }
  }
  bins.push({ count: bin.count, expected: bin.expected + n * (1 - below) })
  if (bins.length === 1) return
  const statistic = chiSquare(
    bins.map(({ count }) => count),
    (i) => bins[i]!.expected,
  )
  suspect('χ²', statistic, criticalChiSquare(bins.length - 1))
}
