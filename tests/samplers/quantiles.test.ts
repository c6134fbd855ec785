import { describe, expect, test } from 'vitest'
import { relativeError } from './accuracy'
import { probabilities, tabulatedLaws } from './tabulatedLaws'

/** Bounds of the relative error between the quantiles of 0.001 and 0.999, and beyond them. */
const BODY = 1e-12
const TAIL = 1e-9

/**
 * What some laws may differ by besides, in units of their means. Exponential gaps and latencies are
 * the most frequent draws and take the logarithm from a table, right to 2e-15; a normal value near 0
 * is the difference of two larger ones; a Poisson law's table is summed in doubles and may name a
 * neighbour of 10⁵ + 7,000 at 1 − 10⁻¹².
 */
const SLACK: Readonly<Record<string, number>> = { exponential: 3e-15, clampedNormal: 1e-13, poisson: 1e-5 }

const isInBody = (u: number) => u > 0.9e-3 && u < 1 - 0.9e-3

describe.each(tabulatedLaws)('$name', ({ spec, law, mean, quantiles }) => {
  const slack = SLACK[String(spec.flat().find((word) => word !== 'bounded'))] ?? 0

  test('quantiles are those of the table', () => {
    const wrong = probabilities.filter((u, i) => {
      const expected = quantiles[i]!
      const bound = (isInBody(u) ? BODY : TAIL) * Math.abs(expected)
      return !(Math.abs(law.quantile(u) - expected) <= (slack ? bound + slack * mean : bound))
    })
    expect(wrong).toEqual([])
  })

  test('its mean is that of what it samples', () => {
    expect(relativeError(law.mean, mean)).toBeLessThan(1e-12)
    expect(relativeError(law.limitedMean(Number.POSITIVE_INFINITY), mean)).toBeLessThan(1e-12)
  })

  test('the limited mean is the average of the limited quantiles', () => {
    const n = 4096
    for (const limit of [0.4, 0.95, 0.99].map((p) => quantiles[probabilities.findIndex((u) => u > p)]!)) {
      let sum = 0
      for (let i = 0; i < n; i++) sum += Math.min(law.quantile((i + 0.5) / n), limit)
      // Each of the n strips is wrong by less than the whole range divided by n; their errors add up to less than that.
      expect(Math.abs(law.limitedMean(limit) - sum / n)).toBeLessThanOrEqual(limit / n)
    }
    expect(law.limitedMean(0)).toBe(0)
  })

  test('quantiles never decrease, next to 0 and 1 neither', () => {
    const values = fineGrid.map((u) => law.quantile(u))
    const falls = fineGrid.filter((u, i) => {
      // Next to each other, numerically inverted quantiles may differ by their rounding.
      const rounding = u - fineGrid[i - 1]! < 1e-12 ? 1e-12 * values[i]! : 0
      return i > 0 && !(values[i]! + rounding >= values[i - 1]!)
    })
    expect(falls).toEqual([])
  })

  test('probabilities lead back to where the quantile came from', () => {
    const astray = probabilities.filter((u) => {
      const x = law.quantile(u)
      // u lies between the probabilities on both sides of x, also where those leap or run flat.
      const step = Math.abs(x) * 2 ** -40 + Number.MIN_VALUE
      const error = 1e-11 * u + 5e-15
      return !(law.cumulative(x - step) <= u + error && law.cumulative(x + step) >= u - error)
    })
    expect(astray).toEqual([])
  })

  test('the probabilities of both sides add up to 1', () => {
    expect(quantiles.filter((x) => !(Math.abs(law.cumulative(x) + law.survival(x) - 1) < 1e-13))).toEqual([])
  })
})

/** Multiples of 1/10,007 and the uniform variates nearest to 0, to 1 and to every multiple of 1/64. */
const fineGrid: readonly number[] = [
  ...Array.from({ length: 10_006 }, (_, i) => (i + 1) / 10_007),
  ...Array.from({ length: 65 }, (_, i) => i / 64).flatMap((u) => [-3, -1, 1, 3].map((k) => u + k * 2 ** -53)),
]
  .filter((u) => u > 0 && u < 1)
  .sort((a, b) => a - b)
