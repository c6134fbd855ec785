import { exp, ln } from './ln'

/*
 * Where x is small, 1 + x and eˣ − 1 lose its low digits. Kahan's remedy: what was lost in rounding
 * is the same in numerator and denominator of the correction (N. Higham, "Accuracy and Stability of
 * Numerical Algorithms", 2002, §1.14).
 */

/** ln(1 + x) for x > −1, accurate near 0. −Infinity at −1. Error a few ulp. */
export function ln1p(x: number): number {
  const rounded = 1 + x
  if (rounded === 1) return x
  if (rounded === Number.POSITIVE_INFINITY) return rounded
  if (rounded === 0) return Number.NEGATIVE_INFINITY
  return (ln(rounded) * x) / (rounded - 1)
}

/** eˣ − 1, accurate near 0. Error a few ulp. */
export function expm1(x: number): number {
  const rounded = exp(x)
  if (rounded === 1) return x
  const difference = rounded - 1
  if (difference === -1 || rounded === Number.POSITIVE_INFINITY) return difference
  return (difference * x) / ln(rounded)
}
