import { invariant } from '../../../base/assert'
import { IncompleteGamma, lnGamma } from '../../math/gamma'
import { exp, ln } from '../../math/ln'
import { normalQuantile } from '../../math/normalQuantile'
import type { Distribution } from './distribution'

/** Gamma law with the given shape > 0 and scale > 0; mean shape·scale, variance shape·scale². Erlang's for whole shapes. */
export class Gamma implements Distribution {
  readonly mean: number
  private readonly standard: IncompleteGamma
  private readonly lnGammaNext: number

  constructor(
    private readonly shape: number,
    private readonly scale: number,
  ) {
    invariant(scale > 0, `scale ${scale} of a gamma law`)
    this.standard = new IncompleteGamma(shape)
    this.lnGammaNext = lnGamma(shape + 1)
    this.mean = shape * scale
  }

  quantile(u: number): number {
    return this.scale * this.invert(u)
  }

  cumulative(x: number): number {
    return this.standard.lower(x / this.scale)
  }

  survival(x: number): number {
    return this.standard.upper(x / this.scale)
  }

  limitedMean(x: number): number {
    if (x <= 0) return x
    if (x === Number.POSITIVE_INFINITY) return this.mean
    const standard = x / this.scale
    const term = this.standard.term(standard)
    // P(a + 1, y) = P(a, y) − yᵃ e⁻ʸ / Γ(a + 1)
    return this.mean * (this.standard.lower(standard, term) - term) + x * this.standard.upper(standard, term)
  }

  /** Halley's method inside a bracket, on whichever tail is the smaller; two or three steps. */
  private invert(u: number): number {
    const { shape, standard } = this
    let low = 0
    let high = Number.POSITIVE_INFINITY
    let x = this.start(u)
    // A start too small for a double is as near as doubles come.
    if (x === 0) return 0
    for (let step = 0; step < MOST_STEPS; step++) {
      const term = standard.term(x)
      const error = u <= 0.5 ? standard.lower(x, term) - u : 1 - u - standard.upper(x, term)
      if (error < 0) low = x
      else high = x
      const newton = (error * x) / (term * shape)
      const halley = newton / (1 - 0.5 * Math.min(1, newton * ((shape - 1) / x - 1)))
      let next = x - halley
      if (!(next >= low && next <= high)) next = high < Number.POSITIVE_INFINITY ? (low + high) / 2 : 2 * x
      if (Math.abs(next - x) <= CLOSE * x) return next
      x = next
    }
    return x
  }

  /** Wilson and Hilferty's cube root for shapes above 1, the power law of the lower tail elsewhere. */
  private start(u: number): number {
    const { shape } = this
    const tail = exp((ln(u) + this.lnGammaNext) / shape)
    if (shape < 1) return tail < 1 ? tail : 1 - ln(1 - u)
    const ninth = 1 / (9 * shape)
    const root = 1 - ninth + normalQuantile(u) * Math.sqrt(ninth)
    return root > 0.2 ? shape * root * root * root : tail
  }
}

/** Halley's steps shrink cubically: after one of this size only rounding is left. */
const CLOSE = 1e-5
const MOST_STEPS = 200
