import { Gamma } from '../../src/kernel/random/distributions/gamma'

/*
 * Tests of goodness of fit. Each rejects a true hypothesis once in a million: with some five hundred
 * of them a change of the generator meets a false alarm less than once in a thousand times.
 */

/** Probability that a test rejects what is true. */
const ALPHA = 1e-6

/** Two-sided critical value of a standard normal statistic at {@link ALPHA}. */
export const CRITICAL_Z = 4.89

/** Critical value of the Kolmogorov–Smirnov statistic: √(½ ln(2/α) / n), its asymptotic form. */
export function criticalDistance(n: number): number {
  return Math.sqrt(Math.log(2 / ALPHA) / 2 / n)
}

/** Critical value of a χ² statistic with this many degrees of freedom. */
export function criticalChiSquare(degreesOfFreedom: number): number {
  return new Gamma(degreesOfFreedom / 2, 2).quantile(1 - ALPHA)
}

/**
 * The Kolmogorov–Smirnov distance of an ascending sample from a law, looked for at every
 * hundredth value (which loses at most 100/n) and, among equal values, at the last: so the test
 * also holds, and is cautious, for laws with atoms.
 */
export function distance(ascending: Float64Array, cumulative: (x: number) => number): number {
  const n = ascending.length
  let largest = 0
  for (let i = 99; i < n; i += 100) {
    while (ascending[i + 1] === ascending[i]) i++
    largest = Math.max(largest, Math.abs((i + 1) / n - cumulative(ascending[i]!)))
  }
  return largest
}

/** Mean and variance of some numbers, and the standard errors of both as the sample itself shows them. */
export function momentsOf(values: ArrayLike<number>): {
  mean: number
  variance: number
  meanError: number
  varianceError: number
} {
  const n = values.length
  // Sums of differences: a constant has exactly its value as mean and no variance.
  const origin = values[0]!
  let sum = 0
  for (let i = 0; i < n; i++) sum += values[i]! - origin
  const mean = origin + sum / n
  let second = 0
  let fourth = 0
  for (let i = 0; i < n; i++) {
    const square = (values[i]! - mean) ** 2
    second += square
    fourth += square * square
  }
  const variance = second / n
  return {
    mean,
    variance,
    meanError: Math.sqrt(variance / n),
    varianceError: Math.sqrt(Math.max(0, fourth / n - variance * variance) / n),
  }
}

/** χ² of counts against their expected values; its critical value has one degree of freedom less than there are counts. */
export function chiSquare(counts: ArrayLike<number>, expected: (i: number) => number): number {
  let sum = 0
  for (let i = 0; i < counts.length; i++) sum += (counts[i]! - expected(i)) ** 2 / expected(i)
  return sum
}

/** Correlation of two lists as a z: coefficient times √n, standard normal for independent ones. */
export function correlationZ(a: Float64Array, b: Float64Array): number {
  const [left, right] = [momentsOf(a), momentsOf(b)]
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i]! - left.mean) * (b[i]! - right.mean)
  return sum / Math.sqrt(left.variance * right.variance * a.length)
}

/** Correlation of a list with itself some places later, as a z. */
export function serialCorrelationZ(values: Float64Array, lag: number): number {
  return correlationZ(values.subarray(lag), values.subarray(0, values.length - lag))
}
