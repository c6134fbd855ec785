import { exp } from '../../kernel/math/ln'

/**
 * P(sum of independent exponential stages > t), the hypoexponential law: time through a chain of M/M/1
 * servers, whose sojourns are independent and exponential with rates μ_i − λ (Jackson 1957, Burke 1956).
 *
 *   P = Σ_i e^(−r_i t) · Π_{j ≠ i} r_j/(r_j − r_i)
 * @param rates of the stages, all different and > 0 [1/s]
 * @param t ≥ 0 [s]
 */
export function stagesTail(rates: readonly number[], t: number): number {
  return rates.reduce(
    (sum, rate) =>
      sum +
      exp(-rate * t) *
        rates.reduce((product, other) => (other === rate ? product : (product * other) / (other - rate)), 1),
    0,
  )
}
