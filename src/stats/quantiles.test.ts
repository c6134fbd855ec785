import { expect, test } from 'vitest'
import { CompensatedSum } from './compensatedSum'
import { quantileOfSorted } from './quantiles'

test('quantiles interpolate linearly at rank (n − 1)·p', () => {
  expect(quantileOfSorted([1, 2, 3, 4], 0.95)).toBeCloseTo(3.85, 12)
  expect(quantileOfSorted([1, 2, 3, 4], 0.5)).toBe(2.5)
  expect(quantileOfSorted([7], 0.99)).toBe(7)
  expect(quantileOfSorted([1, 2, 3], 0)).toBe(1)
  expect(quantileOfSorted([1, 2, 3], 1)).toBe(3)
})

test('a compensated sum keeps what a plain sum loses', () => {
  const sum = new CompensatedSum()
  for (const term of [1, 1e100, 1, -1e100]) sum.add(term)
  expect(sum.value).toBe(2)
})
