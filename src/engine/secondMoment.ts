import { exp } from '../kernel/math/ln'
import type { Distribution } from '../kernel/random/distributions/distribution'

const STEP = 0.01
const FROM = -25
const TO = 22

/**
 * E[X²] of a law on x ≥ 0, to about five digits; Infinity where the law has no finite variance.
 * E[X²] = 2·∫ (E[X] − E[min(X, x)]) dx by the trapezoidal rule over x = E[X]·eˢ: the integrand is continuous even
 * for laws with atoms.
 */
export function secondMoment(law: Distribution): number {
  const { mean } = law
  if (mean === 0 || !Number.isFinite(mean)) return mean
  let sum = 0
  let last = 0
  for (let s = FROM; s <= TO; s += STEP) {
    const x = mean * exp(s)
    last = Math.max(0, mean - law.limitedMean(x)) * x
    sum += last
  }
  // What lies beyond the last point is still felt: the integral does not converge.
  return last > 1e-4 * sum * STEP ? Number.POSITIVE_INFINITY : 2 * sum * STEP
}
