import { normalQuantile } from '../kernel/math/normalQuantile'

/**
 * Quantile of Student's t law, by the expansion around the normal one (Abramowitz and Stegun 26.7.5).
 * For p between 0.005 and 0.995 its relative error is below 1e-4 from 9 degrees of freedom on, below 1 % from 4 on.
 * @param p in (0, 1)
 * @param freedom degrees of freedom, ≥ 1
 */
export function studentQuantile(p: number, freedom: number): number {
  const x = normalQuantile(p)
  const s = x * x
  const v = 1 / freedom
  const g1 = (s + 1) / 4
  const g2 = ((5 * s + 16) * s + 3) / 96
  const g3 = (((3 * s + 19) * s + 17) * s - 15) / 384
  const g4 = ((((79 * s + 776) * s + 1482) * s - 1920) * s - 945) / 92160
  return x * (1 + v * (g1 + v * (g2 + v * (g3 + v * g4))))
}
