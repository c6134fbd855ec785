/**
 * A law of probability, sampled by inversion: one uniform variate gives one value, monotonically.
 * So equal uniforms under two laws stay comparable, and a draw costs the same every time.
 */
export interface Distribution {
  /** Quantile at u in (0, 1). */
  quantile(u: number): number
}
