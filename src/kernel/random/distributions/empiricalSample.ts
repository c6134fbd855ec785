import { invariant } from '../../../base/assert'
import { countAtMost } from '../../../base/search'
import type { Distribution } from './distribution'

/** A discrete law: each of the given values equally likely. */
export class EmpiricalSample implements Distribution {
  readonly mean: number
  private readonly sorted: Float64Array

  constructor(values: readonly number[]) {
    invariant(values.length > 0, 'an empirical law without values')
    this.sorted = Float64Array.from(values).sort()
    this.mean = this.limitedMean(Number.POSITIVE_INFINITY)
  }

  /** The ⌈u·n⌉-th smallest value. */
  quantile(u: number): number {
    return this.sorted[Math.ceil(u * this.sorted.length) - 1]!
  }

  cumulative(x: number): number {
    return countAtMost(this.sorted, x) / this.sorted.length
  }

  survival(x: number): number {
    return (this.sorted.length - countAtMost(this.sorted, x)) / this.sorted.length
  }

  limitedMean(x: number): number {
    return this.sorted.reduce((sum, value) => sum + Math.min(value, x), 0) / this.sorted.length
  }
}
