import { invariant } from '../../base/assert'
import { ln1p } from './expm1'
import { exp, ln } from './ln'

/** From here on Stirling's series is exact to the last digits. */
const STIRLING_FROM = 10
const HALF_LN_TWO_PI = 0.9189385332046727
const SQRT_TWO_PI = 2.5066282746310002

/** ln Γ(x) for x > 0. Error below 1e-14·max(1, |ln Γ(x)|). */
export function lnGamma(x: number): number {
  // Γ(x) = Γ(x + n) / (x (x + 1) … (x + n − 1))
  let product = 1
  let shifted = x
  for (; shifted < STIRLING_FROM; shifted++) product *= shifted
  return (shifted - 0.5) * ln(shifted) - shifted + HALF_LN_TWO_PI + stirlingError(shifted) - ln(product)
}

/** ln Γ(x) less Stirling's formula (x − ½) ln x − x + ½ ln 2π, for x ≥ 10: its asymptotic series. */
function stirlingError(x: number): number {
  const z = 1 / (x * x)
  const series =
    0.08333333333333333 -
    z *
      (0.002777777777777778 -
        z *
          (7.936507936507937e-4 -
            z *
              (5.952380952380953e-4 -
                z * (8.417508417508417e-4 - z * (0.0019175269175269176 - z * 0.00641025641025641)))))
  return series / x
}

/** Terms below this fraction of the sum do not change it. */
const NEGLIGIBLE = 2 ** -54
/** Far more than any shape needs in a run. */
const MOST_TERMS = 1e7

/**
 * The incomplete gamma function of one shape a > 0, divided by Γ(a): the cumulative probabilities
 * of the standard gamma law. Power series below a + 1, continued fraction above (Abramowitz and
 * Stegun 6.5.29, 6.5.31), so that both tails keep their relative precision. Takes about 9·√a terms.
 */
export class IncompleteGamma {
  /** ln Γ(a + 1), or for a large shape the constant of the saddle-point form. */
  private readonly logConstant: number

  constructor(readonly shape: number) {
    invariant(shape > 0 && shape < Number.POSITIVE_INFINITY, `shape ${shape} of a gamma function`)
    this.logConstant =
      shape < STIRLING_FROM ? lnGamma(shape + 1) : stirlingError(shape) + ln(SQRT_TWO_PI * Math.sqrt(shape))
  }

  /** P(a, x): the integral from 0 to x. Who has the {@link term} at x already may pass it. */
  lower(x: number, term = this.term(x)): number {
    if (!(x > 0)) return 0
    if (x === Number.POSITIVE_INFINITY) return 1
    return x < this.shape + 1 ? term * this.series(x) : 1 - term * this.fraction(x)
  }

  /** Q(a, x) = 1 − P(a, x): the integral from x on. Who has the {@link term} at x already may pass it. */
  upper(x: number, term = this.term(x)): number {
    if (!(x > 0)) return 1
    if (x === Number.POSITIVE_INFINITY) return 0
    return x < this.shape + 1 ? 1 - term * this.series(x) : term * this.fraction(x)
  }

  /** xᵃ e⁻ˣ / Γ(a + 1), which is x/a times the density at x > 0. */
  term(x: number): number {
    const a = this.shape
    if (a < STIRLING_FROM) return exp(a * ln(x) - x - this.logConstant)
    // Loader's saddle-point form: no large numbers cancel near the mode.
    const deviation = (x - a) / a
    const spread = deviation > -0.5 ? deviation - ln1p(deviation) : deviation - ln(x / a)
    return exp(-a * spread - this.logConstant)
  }

  /** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
  private series(x: number): number {
    let sum = 1
    let term = 1
    for (let n = 1; n < MOST_TERMS; n++) {
      term *= x / (this.shape + n)
      sum += term
      if (term < sum * NEGLIGIBLE) break
    }
    return sum
  }

  /** a·(1/(x+1−a− 1(1−a)/(x+3−a− 2(2−a)/(x+5−a− …)))), by Lentz's algorithm. */
  private fraction(x: number): number {
    let denominator = x + 1 - this.shape
    let ratio = 1 / denominator
    let c = Number.MAX_VALUE
    let value = ratio
    for (let n = 1; n < MOST_TERMS; n++) {
      const numerator = -n * (n - this.shape)
      denominator += 2
      ratio = 1 / (numerator * ratio + denominator)
      c = denominator + numerator / c
      const factor = c * ratio
      value *= factor
      if (Math.abs(factor - 1) < NEGLIGIBLE * 4) break
    }
    return value * this.shape
  }
}
