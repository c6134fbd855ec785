import { invariant } from '../../../base/assert'
import type { Distribution } from './distribution'

/** How a law is moved and limited. */
export interface Bounds {
  /** Added to every value, default 0. */
  readonly shift?: number
  /** Default 0: no time or amount is negative. */
  readonly min?: number
  /** Default Infinity. */
  readonly max?: number
}

/** A law of values ≥ 0, shifted and then clamped: values outside [min, max] move to the bound. */
export class Bounded implements Distribution {
  readonly mean: number
  private readonly shift: number
  private readonly min: number
  private readonly max: number

  constructor(
    private readonly law: Distribution,
    { shift = 0, min = 0, max = Number.POSITIVE_INFINITY }: Bounds,
  ) {
    invariant(min <= max, `bounds ${min} and ${max} of a law`)
    this.shift = shift
    this.min = min
    this.max = max
    this.mean = this.limitedMean(Number.POSITIVE_INFINITY)
  }

  quantile(u: number): number {
    return Math.min(Math.max(this.law.quantile(u) + this.shift, this.min), this.max)
  }

  cumulative(x: number): number {
    if (x < this.min) return 0
    return x >= this.max ? 1 : this.law.cumulative(x - this.shift)
  }

  survival(x: number): number {
    if (x < this.min) return 1
    return x >= this.max ? 0 : this.law.survival(x - this.shift)
  }

  limitedMean(x: number): number {
    if (x <= this.min) return x
    // clamp(y) = min + min(y, max) − min(y, min)
    const { law, shift, min } = this
    return min + law.limitedMean(Math.min(x, this.max) - shift) - law.limitedMean(min - shift)
  }
}
