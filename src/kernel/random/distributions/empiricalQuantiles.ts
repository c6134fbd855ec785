import { invariant } from '../../../base/assert'
import { countAtMost, countBelow } from '../../../base/search'
import type { Distribution } from './distribution'
import { Uniform } from './uniform'

/** A point of an inverse distribution function. */
export interface QuantilePoint {
  /** 0 … 1 */
  readonly probability: number
  readonly value: number
}

/**
 * The law whose quantiles run in straight lines between given points: uniform between two values,
 * an atom where two values are equal.
 */
export class EmpiricalQuantiles implements Distribution {
  readonly mean: number
  private readonly probabilities: Float64Array
  private readonly values: Float64Array

  /** @param points from probability 0 to probability 1, probabilities increasing, values not decreasing */
  constructor(points: readonly QuantilePoint[]) {
    invariant(
      points.length >= 2 && points[0]!.probability === 0 && points.at(-1)!.probability === 1,
      'quantiles of an empirical law run from probability 0 to 1',
    )
    for (let i = 1; i < points.length; i++) {
      const [before, after] = [points[i - 1]!, points[i]!]
      invariant(
        before.probability < after.probability && before.value <= after.value,
        `quantiles of an empirical law ascend, at probability ${after.probability}`,
      )
    }
    this.probabilities = Float64Array.from(points, ({ probability }) => probability)
    this.values = Float64Array.from(points, ({ value }) => value)
    this.mean = this.limitedMean(Number.POSITIVE_INFINITY)
  }

  quantile(u: number): number {
    const i = countBelow(this.probabilities, u)
    const low = this.values[i - 1]!
    const high = this.values[i]!
    const from = this.probabilities[i - 1]!
    return Math.min(low + ((u - from) / (this.probabilities[i]! - from)) * (high - low), high)
  }

  cumulative(x: number): number {
    const i = countAtMost(this.values, x)
    if (i === 0) return 0
    if (i === this.values.length) return 1
    const from = this.probabilities[i - 1]!
    return from + (this.probabilities[i]! - from) * this.fractionBelow(x, i)
  }

  survival(x: number): number {
    const i = countAtMost(this.values, x)
    if (i === 0) return 1
    if (i === this.values.length) return 0
    const to = this.probabilities[i]!
    return 1 - to + (to - this.probabilities[i - 1]!) * (1 - this.fractionBelow(x, i))
  }

  limitedMean(x: number): number {
    let sum = 0
    for (let i = 1; i < this.values.length; i++) {
      const piece = new Uniform(this.values[i - 1]!, this.values[i]!)
      sum += (this.probabilities[i]! - this.probabilities[i - 1]!) * piece.limitedMean(x)
    }
    return sum
  }

  /** How much of the piece that ends at the i-th point lies below x. */
  private fractionBelow(x: number, i: number): number {
    const low = this.values[i - 1]!
    return (x - low) / (this.values[i]! - low)
  }
}
