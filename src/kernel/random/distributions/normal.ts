import { normalQuantile } from '../../math/normalQuantile'
import type { Distribution } from './distribution'

/** Normal law, clamped at 0: times and counts are never negative. */
export class ClampedNormal implements Distribution {
  private readonly standardDeviation: number

  constructor(
    private readonly mean: number,
    variance: number,
  ) {
    this.standardDeviation = Math.sqrt(variance)
  }

  quantile(u: number): number {
    const value = this.mean + this.standardDeviation * normalQuantile(u)
    return Math.max(value, 0)
  }
}
