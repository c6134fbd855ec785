import { invariant } from '../../../base/assert'
import { expm1 } from '../../math/expm1'
import { exp, ln } from '../../math/ln'
import { power } from '../../math/power'
import type { Distribution } from './distribution'

/**
 * Pareto law: P(X > x) = (minimum/x)^alpha from the minimum on. With a finite maximum it is the
 * bounded Pareto law: the same, given that X ≤ maximum. Unbounded, its variance is infinite for
 * alpha ≤ 2 and its mean for alpha ≤ 1.
 */
export class Pareto implements Distribution {
  readonly mean: number
  /** What the unbounded law has above the maximum. */
  private readonly cut: number

  /**
   * @param alpha tail exponent, > 0
   * @param minimum > 0
   * @param maximum above the minimum; Infinity for the unbounded law
   */
  constructor(
    private readonly alpha: number,
    private readonly minimum: number,
    private readonly maximum = Number.POSITIVE_INFINITY,
  ) {
    invariant(
      alpha > 0 && 0 < minimum && minimum < maximum,
      `a Pareto law of alpha ${alpha} from ${minimum} to ${maximum}`,
    )
    this.cut = power(minimum / maximum, alpha)
    this.mean = this.meanUpTo(maximum)
  }

  quantile(u: number): number {
    const survival = 1 - u + u * this.cut
    return Math.min(this.minimum * exp(-ln(survival) / this.alpha), this.maximum)
  }

  cumulative(x: number): number {
    if (x <= this.minimum) return 0
    if (x >= this.maximum) return 1
    return -expm1(this.alpha * ln(this.minimum / x)) / (1 - this.cut)
  }

  survival(x: number): number {
    if (x <= this.minimum) return 1
    if (x >= this.maximum) return 0
    if (this.cut === 0) return power(this.minimum / x, this.alpha)
    return (this.cut * expm1(this.alpha * ln(this.maximum / x))) / (1 - this.cut)
  }

  limitedMean(x: number): number {
    return this.meanUpTo(Math.min(x, this.maximum))
  }

  /** E[min(X, x)] for x up to the maximum: the integral of P(X > t) from 0 to x. */
  private meanUpTo(x: number): number {
    if (x <= this.minimum) return x
    const excess = this.minimum * integralOfExp(1 - this.alpha, ln(x / this.minimum))
    if (this.cut === 0) return this.minimum + excess
    return this.minimum + (excess - this.cut * (x - this.minimum)) / (1 - this.cut)
  }
}

/** ∫₀ᵗ e^(rate·s) ds */
function integralOfExp(rate: number, t: number): number {
  if (rate === 0) return t
  return expm1(rate * t) / rate
}
