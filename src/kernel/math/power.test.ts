import { expect, test } from 'vitest'
import { power } from './power'

test.each([
  [2, 10, 1024],
  [9, 0.5, 3],
  [10, -3, 0.001],
  [0.3, 1, 0.3],
  [7, 0, 1],
  [0, 2, 0],
])('%d to the power of %d is right to 1e-14', (base, exponent, expected) => {
  expect(Math.abs(power(base, exponent) - expected)).toBeLessThanOrEqual(1e-14 * expected)
})
