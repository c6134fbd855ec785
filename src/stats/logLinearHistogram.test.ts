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
  const cells: [number, number][] = []
  histogram.forEach((middle, count) => void cells.push([middle, count]))
  expect(cells.map(([, count]) => count)).toEqual([2, 1, 1])
  expect(cells[0]![0]).toBe(0)
  expect(Math.abs(cells[1]![0] - 1)).toBeLessThan(0.002)
  // The last cell ends at 2³⁰.
  expect(Math.abs(cells[2]![0] / 2 ** 30 - 1)).toBeLessThan(0.002)
  expect(histogram.count).toBe(4)
})

test('a value is in the cell that is said, whose middle is within 0.2 % of it', () => {
  const histogram = new LogLinearHistogram()
  for (const value of [2 ** -29, 0.0123, 1, 1.999, 2, 5e8]) {
    const cell = histogram.add(value)
    expect(histogram.counts[cell]).toBe(1)
    expect(Math.abs(histogram.middleOf(cell) / value - 1)).toBeLessThan(0.002)
  }
})

test('the cells in use reach from the smallest value to the largest', () => {
  const histogram = new LogLinearHistogram()
  expect(histogram.usedCells).toEqual({ first: 0, end: 0 })
  const [high, low, between] = [7, 0.5, 2].map((value) => histogram.add(value))
  expect(between).toBeGreaterThan(low!)
  expect(histogram.usedCells).toEqual({ first: low, end: high! + 1 })
})

test('a quantile lies between its neighbours, however far apart they are', () => {
  const histogram = new LogLinearHistogram()
  for (const value of [10, 1, 2]) histogram.add(value)
  const expected = [1, 1.5, 2, 6, 10]
  for (const [i, p] of [0, 0.25, 0.5, 0.75, 1].entries()) {
    expect(Math.abs(histogram.quantile(p) / expected[i]! - 1)).toBeLessThan(0.003)
  }
})

test('what another histogram holds can be added cell by cell, in any order', () => {
  const [single, sum] = [new LogLinearHistogram(), new LogLinearHistogram()]
  const cells = [40, 0.1, 5, 0.1].map((value) => single.add(value))
  sum.addCell(cells[0]!, 1)
  sum.addCell(cells[1]!, 2)
  sum.addCell(cells[2]!, 1)
  expect(sum).toEqual(single)
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
