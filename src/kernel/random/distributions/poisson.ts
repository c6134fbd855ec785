import { countBelow } from '../../../base/search'
import type { Distribution } from './distribution'

/**
 * Poisson law: whole numbers with the given mean, 0 … 10⁹.
 *
 * Inverts a table of the cumulative probabilities, summed outwards from the mode until the terms
 * vanish; about 20·√mean entries.
 */
export class Poisson implements Distribution {
  private readonly lowest: number
  private readonly table: Float64Array

  constructor(readonly mean: number) {
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
    this.lowest = mode - below.length
    this.table = Float64Array.from([...below.reverse(), 1, ...above])
    let sum = 0
    for (let i = 0; i < this.table.length; i++) {
      sum += this.table[i]!
      this.table[i] = sum
    }
    for (let i = 0; i < this.table.length; i++) this.table[i]! /= sum
  }

  quantile(u: number): number {
    return this.lowest + countBelow(this.table, u)
  }

  cumulative(x: number): number {
    const index = Math.floor(x) - this.lowest
    if (index < 0) return 0
    return index < this.table.length ? this.table[index]! : 1
  }

  survival(x: number): number {
    return 1 - this.cumulative(x)
  }

  limitedMean(x: number): number {
    if (x <= this.lowest) return x
    let sum = this.lowest
    for (let i = 0; i < this.table.length && this.lowest + i < x; i++) {
      sum += (1 - this.table[i]!) * Math.min(1, x - this.lowest - i)
    }
    return sum
  }
}

/** Smaller than the grid of the uniform variates, relative to the mode. */
const NEGLIGIBLE = 1e-18
