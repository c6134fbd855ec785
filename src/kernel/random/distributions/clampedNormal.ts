import { invariant } from '../../../base/assert'
import { normalCumulative, normalDensity } from '../../math/normalCumulative'
import { normalQuantile } from '../../math/normalQuantile'
import type { Distribution } from './distribution'

/** Normal law, clamped at 0: times and counts are never negative, what would be is 0. */
export class ClampedNormal implements Distribution {
  /** Mean after the clamp, never below {@link location}. */
  readonly mean: number
  private readonly standardDeviation: number

  /**
   * @param location mean before the clamp
   * @param variance before the clamp, ≥ 0
   */
  constructor(
    private readonly location: number,
    variance: number,
  ) {
    invariant(variance >= 0, `variance ${variance} of a normal law`)
    this.standardDeviation = Math.sqrt(variance)
    this.mean = this.excess(0)
  }

  quantile(u: number): number {
    const value = this.location + this.standardDeviation * normalQuantile(u)
    return Math.max(value, 0)
  }

  cumulative(x: number): number {
    return x < 0 ? 0 : normalCumulative(-this.score(x))
  }

  survival(x: number): number {
    return x < 0 ? 1 : normalCumulative(this.score(x))
  }

  limitedMean(x: number): number {
    if (x <= 0) return x
    return x === Number.POSITIVE_INFINITY ? this.mean : this.mean - this.excess(x)
  }

  /** E[(X − x)⁺] for x ≥ 0. */
  private excess(x: number): number {
    const above = this.location - x
    if (this.standardDeviation === 0) return Math.max(above, 0)
    const score = this.score(x)
    return above * normalCumulative(score) + this.standardDeviation * normalDensity(score)
  }

  /** How many standard deviations x lies below the location. */
  private score(x: number): number {
    const distance = this.location - x
    if (this.standardDeviation > 0) return distance / this.standardDeviation
    return distance > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  }
}
