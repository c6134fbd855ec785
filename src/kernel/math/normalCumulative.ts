import { IncompleteGamma } from './gamma'
import { exp } from './ln'

const half = new IncompleteGamma(0.5)

/** Φ(z): the probability that a standard normal variable is at most z. Keeps its relative precision for z → −∞. */
export function normalCumulative(z: number): number {
  return z < 0 ? half.upper(0.5 * z * z) / 2 : 0.5 + half.lower(0.5 * z * z) / 2
}

/** φ(z): density of the standard normal law. */
export function normalDensity(z: number): number {
  return 0.3989422804014327 * exp(-0.5 * z * z)
}
