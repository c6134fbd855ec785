import { expect, test } from 'vitest'
import { meanInterval } from './meanInterval'
import { studentQuantile } from './studentQuantile'

// Published tables of Student's t (two-sided 80, 95 and 99 %).
test.each([
  [9, 1.383029, 2.262157, 3.249836],
  [19, 1.327728, 2.093024, 2.860935],
  [29, 1.311434, 2.04523, 2.756386],
  [99, 1.290161, 1.984217, 2.626405],
])('Student’s t with %d degrees of freedom has the quantiles of the tables', (freedom, p90, p975, p995) => {
  expect(Math.abs(studentQuantile(0.9, freedom) / p90 - 1)).toBeLessThan(1e-4)
  expect(Math.abs(studentQuantile(0.975, freedom) / p975 - 1)).toBeLessThan(1e-4)
  expect(Math.abs(studentQuantile(0.995, freedom) / p995 - 1)).toBeLessThan(1e-4)
  expect(studentQuantile(0.005, freedom)).toBe(-studentQuantile(0.995, freedom))
})

test('an interval lies around the mean, as far as the scatter of the values says', () => {
  const { mean, standardError, low, high } = meanInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.95)
  expect(mean).toBe(5.5)
  // Sample variance 55/6, divided by 10 values.
  expect(standardError).toBeCloseTo(Math.sqrt(55 / 60), 12)
  expect(high - mean).toBeCloseTo(2.262157 * standardError, 4)
  expect(mean - low).toBeCloseTo(high - mean, 12)
})

test('values without scatter have an interval of no length', () => {
  expect(meanInterval([4, 4, 4], 0.99)).toEqual({ mean: 4, standardError: 0, low: 4, high: 4 })
})
