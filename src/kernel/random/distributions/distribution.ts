/**
 * A law of probability, sampled by inversion: one uniform variate gives one value, monotonically.
 * So equal uniforms under two laws stay comparable, and a draw costs the same every time.
 *
 * Parameters are taken as valid (the scenario language sees to it); what cannot be a law at all
 * throws an InvariantError. Values are in the unit of the field that the law stands in.
 */
export interface Distribution {
  /** Expected value of what is sampled; Infinity for a Pareto law of alpha ≤ 1. */
  readonly mean: number
  /** The smallest x with P(X ≤ x) ≥ u, for u in (0, 1). Allocates nothing. */
  quantile(u: number): number
  /** P(X ≤ x). */
  cumulative(x: number): number
  /** P(X > x), with its full relative precision in the upper tail. */
  survival(x: number): number
  /** E[min(X, x)], the limited expected value: what remains of the mean if nothing exceeds x. */
  limitedMean(x: number): number
}
