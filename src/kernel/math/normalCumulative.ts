import { IncompleteGamma } from './gamma'
import { exp } from './ln'

const ONE_BY_SQRT_TWO_PI = 0.3989422804014327

/** φ(z): density of the standard normal law. */
export function normalDensity(z: number): number {
  return ONE_BY_SQRT_TWO_PI * exp(-0.5 * z * z)
}

/**
 * Φ(z): the probability that a standard normal variable is at most z. Keeps its relative precision
 * (about 1e-14) for z → −∞.
 *
 * The upper tail is φ(z)·R(z), and Mills' ratio R is smooth: a Taylor series about the nearest of a
 * few hundred points (G. Marsaglia, "Evaluating the normal distribution", JSS 11, 2004).
 */
export function normalCumulative(z: number): number {
  const distance = Math.abs(z)
  if (distance > FARTHEST) return z < 0 ? 0 : 1
  const knot = Math.floor(distance * KNOTS_PER_UNIT + 0.5)
  const h = distance - knot / KNOTS_PER_UNIT
  let ratio = 0
  for (let i = (knot + 1) * TERMS - 1; i >= knot * TERMS; i--) ratio = ratio * h + millsSeries[i]!
  const tail = normalDensity(distance) * ratio
  return z < 0 ? tail : 1 - tail
}

/** From here on the tail is smaller than the least double. */
const FARTHEST = 39
const KNOTS_PER_UNIT = 8
/** The first term left out is below 1e-17 of the sum. */
const TERMS = 12

/** Taylor coefficients of Mills' ratio at every knot, from R′ = z·R − 1. */
const millsSeries = new Float64Array((FARTHEST * KNOTS_PER_UNIT + 1) * TERMS)
const half = new IncompleteGamma(0.5)
for (let knot = 0; knot * TERMS < millsSeries.length; knot++) {
  const z = knot / KNOTS_PER_UNIT
  const at = knot * TERMS
  // Φ(−z) = ½ Q(½, z²/2); far out both that and φ vanish, and the fraction is all that is left.
  millsSeries[at] = half.upper(0.5 * z * z) / 2 / normalDensity(z)
  millsSeries[at + 1] = z * millsSeries[at]! - 1
  for (let n = 1; n < TERMS - 1; n++) {
    millsSeries[at + n + 1] = (z * millsSeries[at + n]! + millsSeries[at + n - 1]!) / (n + 1)
  }
}
