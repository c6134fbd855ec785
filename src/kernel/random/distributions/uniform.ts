import { invariant } from '../../../base/assert'
import type { Distribution } from './distribution'

/** Uniform law on [low, high]. */
export class Uniform implements Distribution {
  constructor(
    private readonly low: number,
    private readonly high: number,
  ) {
    invariant(low <= high, `a uniform law from ${low} to ${high}`)
  }

  get mean(): number {
    return (this.low + this.high) / 2
  }

  quantile(u: number): number {
    return this.low + (this.high - this.low) * u
  }

  cumulative(x: number): number {
    if (x >= this.high) return 1
    return x <= this.low ? 0 : (x - this.low) / (this.high - this.low)
  }

  survival(x: number): number {
    if (x >= this.high) return 0
    return x <= this.low ? 1 : (this.high - x) / (this.high - this.low)
  }

  limitedMean(x: number): number {
    if (x >= this.high) return this.mean
    if (x <= this.low) return x
    return x - ((x - this.low) / (this.high - this.low)) * ((x - this.low) / 2)
  }
}
