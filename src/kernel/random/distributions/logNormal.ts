import { invariant } from '../../../base/assert'
import { exp, ln } from '../../math/ln'
import { normalCumulative } from '../../math/normalCumulative'
import { normalQuantile } from '../../math/normalQuantile'
import type { Distribution } from './distribution'

/** Log-normal law: the logarithm of the values is normal with mean mu and standard deviation sigma ≥ 0. */
export class LogNormal implements Distribution {
  readonly mean: number
  private readonly median: number

  constructor(
    private readonly mu: number,
    private readonly sigma: number,
  ) {
    invariant(sigma >= 0, `sigma ${sigma} of a log-normal law`)
    this.mean = exp(mu + (sigma * sigma) / 2)
    this.median = exp(mu)
  }

  /** With this mean and variance of the values themselves: σ² = ln(1 + variance/mean²), μ = ln(mean) − σ²/2. */
  static ofMoments(mean: number, variance: number): LogNormal {
    const logVariance = ln(1 + variance / (mean * mean))
    return new LogNormal(ln(mean) - logVariance / 2, Math.sqrt(logVariance))
  }

  /** Whose u1-quantile is x1 and whose u2-quantile is x2; u1 < u2 in (0, 1), 0 < x1 ≤ x2. */
  static ofQuantiles(u1: number, x1: number, u2: number, x2: number): LogNormal {
    invariant(u1 < u2 && 0 < x1 && x1 <= x2, `quantiles ${u1}: ${x1}, ${u2}: ${x2} of a log-normal law`)
    const z1 = normalQuantile(u1)
    const sigma = ln(x2 / x1) / (normalQuantile(u2) - z1)
    return new LogNormal(ln(x1) - sigma * z1, sigma)
  }

  quantile(u: number): number {
    return exp(this.mu + this.sigma * normalQuantile(u))
  }

  cumulative(x: number): number {
    return normalCumulative(-this.score(x))
  }

  survival(x: number): number {
    return normalCumulative(this.score(x))
  }

  limitedMean(x: number): number {
    if (x <= 0) return x
    if (x === Number.POSITIVE_INFINITY) return this.mean
    const score = this.score(x)
    return this.mean * normalCumulative(-score - this.sigma) + x * normalCumulative(score)
  }

  /** How many standard deviations ln x lies below mu. */
  private score(x: number): number {
    if (x <= 0) return Number.POSITIVE_INFINITY
    if (this.sigma > 0) return (this.mu - ln(x)) / this.sigma
    return x < this.median ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  }
}
