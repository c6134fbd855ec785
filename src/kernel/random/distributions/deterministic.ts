import type { Distribution } from './distribution'

/** Always the same value. */
export class Deterministic implements Distribution {
  constructor(private readonly value: number) {}

  quantile(): number {
    return this.value
  }
}
