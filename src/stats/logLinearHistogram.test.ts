import { expect, test } from 'vitest'
import { LogLinearHistogram } from './logLinearHistogram'

test('quantiles are within 0.3 % of the exact ones over twelve orders of magnitude', () => {
  const histogram = new LogLinearHistogram()
  const values = Array.from({ length: 20_001 }, (_, i) => 10 ** (-6 + (12 * i) / 20_000))
  for (const value of values) histogram.add(value)
  for (const p of [0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1]) {
    const exact = values[Math.floor(p * 20_000)]!
    expect(Math.abs(histogram.quantile(p) / exact - 1)).toBeLessThan(0.003)
  }
})

test('values out of range count at the ends, so that counts add up', () => {
  const histogram = new LogLinearHistogram()
  for (const value of [0, 1e-12, 1, 1e12]) histogram.add(value)
  let total = 0
  histogram.forEach((_, count) => {
    total += count
  })
  expect(total).toBe(4)
  expect(histogram.count).toBe(4)
})

test('an emptied histogram is as good as a new one', () => {
  const emptied = new LogLinearHistogram(2)
  const fresh = new LogLinearHistogram(2)
  for (const value of [1e-3, 0.2, 70]) emptied.add(value)
  emptied.clear()
  expect(emptied).toEqual(fresh)
  for (const histogram of [emptied, fresh]) for (const value of [0.1, 0.4, 0.9]) histogram.add(value)
  expect(emptied).toEqual(fresh)
})
