import { exp, ln } from './ln'

/** base^exponent for base ≥ 0. Relative error about |exponent·ln base| ulp. */
export function power(base: number, exponent: number): number {
  return exp(exponent * ln(base))
}
