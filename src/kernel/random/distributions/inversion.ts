import type { Distribution } from './distribution'

/** What inversion needs to know of a law. */
type Probabilities = Pick<Distribution, 'cumulative' | 'survival'>

/** Probabilities this near to u, relative to the smaller tail, differ from it by rounding only. */
const ROUNDING = 2 ** -50

/**
 * The smallest double x in [low, high] with P(X ≤ x) ≥ u, found by Chandrupatla's method: inverse
 * quadratic interpolation where the law is smooth, bisection at its atoms ("A new hybrid
 * quadratic/bisection algorithm", Advances in Engineering Software 28, 1997). Some five evaluations
 * for a smooth law in a narrow bracket, one per bit at an atom.
 *
 * The bracket must hold the answer; where only rounding puts it outside, the nearer end is returned.
 */
export function invert(law: Probabilities, u: number, low: number, high: number): number {
  if (low === high) return low
  let errorB = surplus(law, u, low)
  if (errorB >= 0) return low
  let errorA = surplus(law, u, high)
  if (errorA < 0) return high
  const tolerance = ROUNDING * Math.min(u, 1 - u)
  // The answer lies between a, the latest point, and b; c is the point before.
  let a = high
  let b = low
  let fraction = errorA / (errorA - errorB)
  for (;;) {
    let x = a + fraction * (b - a)
    if (x === a || x === b) x = a + 0.5 * (b - a)
    if (x === a || x === b) return errorA >= 0 ? a : b
    const error = surplus(law, u, x)
    if (Math.abs(error) <= tolerance) return x
    let c = a
    let errorC = errorA
    if (error >= 0 !== errorA >= 0) {
      c = b
      errorC = errorB
      b = a
      errorB = errorA
    }
    a = x
    errorA = error
    fraction = interpolate(a, b, c, errorA, errorB, errorC)
    // Never closer to an end than the last digit, so that both ends move in.
    const digit = (Math.abs(a) * 2 ** -53) / Math.abs(b - a)
    fraction = Math.min(1 - digit, Math.max(digit, fraction))
  }
}

/** How far the probability at x exceeds u, measured in the smaller tail. */
function surplus(law: Probabilities, u: number, x: number): number {
  return u <= 0.5 ? law.cumulative(x) - u : 1 - u - law.survival(x)
}

/** Where between a (0) and b (1) the inverse parabola through the three points crosses 0; the middle if it is not to be trusted. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const position = (a - b) / (c - b)
  const height = (fa - fb) / (fc - fb)
  if (!(height * height < position && (1 - height) * (1 - height) < 1 - position)) return 0.5
  return (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
}
