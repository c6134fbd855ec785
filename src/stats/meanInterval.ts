import { CompensatedSum } from './compensatedSum'
import { studentQuantile } from './studentQuantile'

/** A mean and how exactly it is known. */
export interface MeanInterval {
  readonly mean: number
  readonly standardError: number
  /** Bounds of the confidence interval. */
  readonly low: number
  readonly high: number
}

/**
 * Mean of independent values and its confidence interval by Student's t.
 * @param values at least 2; from 10 on the length of the interval is right to 1e-4
 * @param confidence share of such intervals that cover the truth, 0.99 for 99 %
 */
export function meanInterval(values: ArrayLike<number>, confidence: number): MeanInterval {
  const count = values.length
  const mean = averageOf(count, (i) => values[i]!)
  const variance = averageOf(count, (i) => (values[i]! - mean) * (values[i]! - mean)) * (count / (count - 1))
  const standardError = Math.sqrt(variance / count)
  const reach = studentQuantile((1 + confidence) / 2, count - 1) * standardError
  return { mean, standardError, low: mean - reach, high: mean + reach }
}

function averageOf(count: number, term: (i: number) => number): number {
  const sum = new CompensatedSum()
  for (let i = 0; i < count; i++) sum.add(term(i))
  return sum.value / count
}
