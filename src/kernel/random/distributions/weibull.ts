import { invariant } from '../../../base/assert'
import { expm1, ln1p } from '../../math/expm1'
import { IncompleteGamma, lnGamma } from '../../math/gamma'
import { exp } from '../../math/ln'
import { power } from '../../math/power'
import type { Distribution } from './distribution'

/** Weibull law: P(X > x) = exp(−(x/scale)^shape), shape > 0, scale > 0. Heavy-tailed below shape 1, exponential at 1. */
export class Weibull implements Distribution {
  /** scale·Γ(1 + 1/shape) */
  readonly mean: number

  constructor(
    private readonly shape: number,
    private readonly scale: number,
  ) {
    invariant(shape > 0 && scale > 0, `a Weibull law of shape ${shape} and scale ${scale}`)
    this.mean = scale * exp(lnGamma(1 + 1 / shape))
  }

  quantile(u: number): number {
    return this.scale * power(-ln1p(-u), 1 / this.shape)
  }

  cumulative(x: number): number {
    return x <= 0 ? 0 : -expm1(-power(x / this.scale, this.shape))
  }

  survival(x: number): number {
    return x <= 0 ? 1 : exp(-power(x / this.scale, this.shape))
  }

  limitedMean(x: number): number {
    if (x <= 0) return x
    if (x === Number.POSITIVE_INFINITY) return this.mean
    const below = new IncompleteGamma(1 + 1 / this.shape).lower(power(x / this.scale, this.shape))
    return this.mean * below + x * this.survival(x)
  }
}
