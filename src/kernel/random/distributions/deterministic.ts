import type { Distribution } from './distribution'

/** Always the same value. */
export class Deterministic implements Distribution {
  constructor(private readonly value: number) {}

  get mean(): number {
    return this.value
  }

  quantile(): number {
    return this.value
  }

  cumulative(x: number): number {
    return x < this.value ? 0 : 1
  }

  survival(x: number): number {
    return x < this.value ? 1 : 0
  }

  limitedMean(x: number): number {
    return Math.min(this.value, x)
  }
}
