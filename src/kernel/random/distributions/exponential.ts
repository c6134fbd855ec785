import { invariant } from '../../../base/assert'
import { expm1 } from '../../math/expm1'
import { exp, negativeLn } from '../../math/ln'
import type { Distribution } from './distribution'

/** Exponential law with the given mean > 0. A quantile is right to 3e-15 means, or to its last digits where it is larger. */
export class Exponential implements Distribution {
  constructor(readonly mean: number) {
    invariant(mean > 0, `mean ${mean} of an exponential law`)
  }

  quantile(u: number): number {
    return this.mean * negativeLn(1 - u)
  }

  cumulative(x: number): number {
    return x <= 0 ? 0 : -expm1(-x / this.mean)
  }

  survival(x: number): number {
    return x <= 0 ? 1 : exp(-x / this.mean)
  }

  limitedMean(x: number): number {
    return x <= 0 ? x : -this.mean * expm1(-x / this.mean)
  }
}
