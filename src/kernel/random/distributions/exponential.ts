import { negativeLn } from '../../math/ln'
import type { Distribution } from './distribution'

/** Exponential law with the given mean. */
export class Exponential implements Distribution {
  constructor(private readonly mean: number) {}

  quantile(u: number): number {
    return this.mean * negativeLn(1 - u)
  }
}
