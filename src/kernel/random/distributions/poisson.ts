import type { Distribution } from './distribution'

/**
 * Poisson law: whole numbers with the given mean, 0 … 10⁹.
 *
 * Inverts a table of the cumulative probabilities, summed outwards from the mode until the terms
 * vanish; about 20·√mean entries.
 */
export class Poisson implements Distribution {
  private readonly lowest: number
  private readonly cumulative: Float64Array

  constructor(mean: number) {
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
    this.cumulative = Float64Array.from([...below.reverse(), 1, ...above])
    let sum = 0
    for (let i = 0; i < this.cumulative.length; i++) {
      sum += this.cumulative[i]!
      this.cumulative[i] = sum
    }
    for (let i = 0; i < this.cumulative.length; i++) this.cumulative[i]! /= sum
  }

  quantile(u: number): number {
    const cumulative = this.cumulative
    let low = 0
    let high = cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >>> 1
      if (cumulative[middle]! < u) low = middle + 1
      else high = middle
    }
    return this.lowest + low
  }
}

/** Smaller than the grid of the uniform variates, relative to the mode. */
const NEGLIGIBLE = 1e-18
