import { exp, ln } from '../../math/ln'
import { normalQuantile } from '../../math/normalQuantile'
import type { Distribution } from './distribution'

/**
 * Log-normal law with the given mean and variance of the values themselves
 * (not of their logarithm): σ² = ln(1 + variance/mean²), μ = ln(mean) − σ²/2.
 */
export class LogNormal implements Distribution {
  private readonly mu: number
  private readonly sigma: number

  constructor(mean: number, variance: number) {
    const logVariance = ln(1 + variance / (mean * mean))
    this.mu = ln(mean) - logVariance / 2
    this.sigma = Math.sqrt(logVariance)
  }

  quantile(u: number): number {
    return exp(this.mu + this.sigma * normalQuantile(u))
  }
}
