import { invariant } from '../../../base/assert'
import type { Distribution } from './distribution'
import { invert } from './inversion'

/** One of the laws that a {@link Mixture} chooses from. */
export interface MixtureComponent {
  /** Relative to the other weights, ≥ 0. */
  readonly weight: number
  readonly law: Distribution
}

/** How finely the range of u is divided beforehand. */
const CELLS = 64

/**
 * Each value follows one of several laws, chosen with the probabilities of their weights.
 *
 * One uniform variate decides branch and value together: the mixture's cumulative probabilities are
 * inverted numerically, so that the value does not decrease with u. A guide table of 63 quantiles
 * brackets each draw; a cell in the middle of an atom needs no search at all.
 */
export class Mixture implements Distribution {
  readonly mean: number
  private readonly laws: readonly Distribution[]
  private readonly weights: readonly number[]
  /** Made for the first draw: whoever only asks for the mean should not wait for it. */
  private guide: Float64Array | undefined

  /** Weights are normalised; at least one must be positive. */
  constructor(components: readonly MixtureComponent[]) {
    const total = components.reduce((sum, { weight }) => sum + weight, 0)
    invariant(
      total > 0 && total < Number.POSITIVE_INFINITY && components.every(({ weight }) => weight >= 0),
      `weights ${components.map(({ weight }) => weight)} of a mixture`,
    )
    const chosen = components.filter(({ weight }) => weight > 0)
    this.laws = chosen.map(({ law }) => law)
    this.weights = chosen.map(({ weight }) => weight / total)
    this.mean = this.limitedMean(Number.POSITIVE_INFINITY)
  }

  quantile(u: number): number {
    this.guide ??= this.makeGuide()
    const cell = Math.floor(u * CELLS)
    const low = cell === 0 ? this.lowest(u) : this.guide[cell - 1]!
    const high = cell === CELLS - 1 ? this.highest(u) : this.guide[cell]!
    return invert(this, u, low, high)
  }

  cumulative(x: number): number {
    let sum = 0
    for (let i = 0; i < this.laws.length; i++) sum += this.weights[i]! * this.laws[i]!.cumulative(x)
    return sum
  }

  survival(x: number): number {
    let sum = 0
    for (let i = 0; i < this.laws.length; i++) sum += this.weights[i]! * this.laws[i]!.survival(x)
    return sum
  }

  limitedMean(x: number): number {
    let sum = 0
    for (let i = 0; i < this.laws.length; i++) sum += this.weights[i]! * this.laws[i]!.limitedMean(x)
    return sum
  }

  private makeGuide(): Float64Array {
    const guide = new Float64Array(CELLS - 1)
    for (let cell = 1; cell < CELLS; cell++) {
      const u = cell / CELLS
      guide[cell - 1] = invert(this, u, this.lowest(u), this.highest(u))
    }
    return guide
  }

  /** A lower bound of the quantile: below every component's, the mixture has less than u. */
  private lowest(u: number): number {
    let least = Number.POSITIVE_INFINITY
    for (let i = 0; i < this.laws.length; i++) least = Math.min(least, this.laws[i]!.quantile(u))
    return least
  }

  /** An upper bound of the quantile: at the largest of the components', each has at least u. */
  private highest(u: number): number {
    let greatest = Number.NEGATIVE_INFINITY
    for (let i = 0; i < this.laws.length; i++) greatest = Math.max(greatest, this.laws[i]!.quantile(u))
    return greatest
  }
}
