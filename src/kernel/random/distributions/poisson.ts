import { countBelow } from '../../../base/search'
import type { Distribution } from './distribution'

/**
 * Poisson law: whole numbers with the given mean, 0 … 10⁹.
 *
 * Inverts a table of the cumulative probabilities, summed outwards from the mode until the terms
 * vanish; about 20·√mean entries.
 */
export class Poisson implements Distribution {
  /** Made for the first draw: whoever only asks for the mean should not wait for it. */
  private made: Table | undefined

  constructor(readonly mean: number) {}

  quantile(u: number): number {
    const { lowest, cumulative } = this.table
    return lowest + countBelow(cumulative, u)
  }

  cumulative(x: number): number {
    const { lowest, cumulative } = this.table
    const index = Math.floor(x) - lowest
    if (index < 0) return 0
    return index < cumulative.length ? cumulative[index]! : 1
  }

  survival(x: number): number {
    return 1 - this.cumulative(x)
  }

  limitedMean(x: number): number {
    const { lowest, cumulative } = this.table
    if (x <= lowest) return x
    let sum = lowest
    for (let i = 0; i < cumulative.length && lowest + i < x; i++) {
      sum += (1 - cumulative[i]!) * Math.min(1, x - lowest - i)
    }
    return sum
  }

  private get table(): Table {
    this.made ??= makeTable(this.mean)
    return this.made
  }
}

/** Probabilities of at most `lowest`, `lowest` + 1, … */
interface Table {
  readonly lowest: number
  readonly cumulative: Float64Array
}

function makeTable(mean: number): Table {
  const mode = Math.floor(mean)
  // Weights relative to the mode: p(k+1)/p(k) = mean/(k+1).
  const below: number[] = []
  for (let k = mode, weight = 1; k > 0; k--) {
    weight *= k / mean
    if (weight < NEGLIGIBLE) break
    below.push(weight)
  }
  const above: number[] = []
  for (let k = mode + 1, weight = 1; ; k++) {
    weight *= mean / k
    if (weight < NEGLIGIBLE) break
    above.push(weight)
  }
  const cumulative = Float64Array.from([...below.reverse(), 1, ...above])
  let sum = 0
  for (let i = 0; i < cumulative.length; i++) {
    sum += cumulative[i]!
    cumulative[i] = sum
  }
  for (let i = 0; i < cumulative.length; i++) cumulative[i]! /= sum
  return { lowest: mode - below.length, cumulative }
}

/** Smaller than the grid of the uniform variates, relative to the mode. */
const NEGLIGIBLE = 1e-18
