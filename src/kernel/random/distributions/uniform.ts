import type { Distribution } from './distribution'

/** Uniform law on [low, high]. */
export class Uniform implements Distribution {
  constructor(
    private readonly low: number,
    private readonly high: number,
  ) {}

  quantile(u: number): number {
    return this.low + (this.high - this.low) * u
  }
}
