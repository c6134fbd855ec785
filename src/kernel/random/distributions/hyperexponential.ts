import { invariant } from '../../../base/assert'
import { Exponential } from './exponential'
import { Mixture } from './mixture'

/** Mixture of exponential laws: now and then a much longer one. Coefficient of variation ≥ 1. */
export class Hyperexponential extends Mixture {
  /**
   * @param means of the branches, > 0
   * @param weights of the branches, in any unit
   */
  constructor(means: readonly number[], weights: readonly number[]) {
    invariant(means.length === weights.length, `${means.length} means and ${weights.length} weights`)
    super(means.map((mean, i) => ({ weight: weights[i]!, law: new Exponential(mean) })))
  }

  /**
   * Two branches with balanced means (each contributes half of the mean), the usual way to fit a
   * coefficient of variation cv ≥ 1: weights ½(1 ± √((cv²−1)/(cv²+1))), means mean/(2·weight).
   */
  static ofMoments(mean: number, cv: number): Hyperexponential {
    invariant(cv >= 1, `coefficient of variation ${cv} of a hyperexponential law`)
    const squared = cv * cv
    const frequent = (1 + Math.sqrt((squared - 1) / (squared + 1))) / 2
    // 1 − frequent, without cancellation.
    const rare = 1 / (2 * (squared + 1) * frequent)
    return new Hyperexponential([mean / (2 * frequent), mean / (2 * rare)], [frequent, rare])
  }
}
