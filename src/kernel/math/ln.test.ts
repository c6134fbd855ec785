import { expect, test } from 'vitest'
import { exp, ln, negativeLn } from './ln'

/** Values to 25 digits, rounded by the parser to the nearest double. */
const LOGARITHMS: readonly (readonly [number, number])[] = [
  [1, 0],
  [2, 0.6931471805599453094172321],
  [10, 2.302585092994045684017991],
  [0.5, -0.6931471805599453094172321],
  [0.1, -2.302585092994045529573451],
  [1e-300, -690.7755278982137052053974],
  [5e-324, -744.4400719213812622860474],
  [1.0000001, 9.999999505838704e-8],
  [Number.MAX_VALUE, 709.7827128933839967321932],
]

test.each(LOGARITHMS)('ln(%d) is within an ulp of its true value', (x, expected) => {
  expect(Math.abs(ln(x) - expected)).toBeLessThanOrEqual(Math.abs(expected) * 2 ** -52)
})

test('ln has the limits of a logarithm', () => {
  expect(ln(0)).toBe(Number.NEGATIVE_INFINITY)
  expect(ln(-1)).toBeNaN()
  expect(ln(Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
})

test('exp is within an ulp over its whole range, and inverts ln', () => {
  let worst = 0
  let worstInverse = 0
  for (let i = -7000; i <= 7000; i++) {
    const x = i / 10
    worst = Math.max(worst, Math.abs(exp(x) / Math.exp(x) - 1))
    worstInverse = Math.max(worstInverse, Math.abs(ln(exp(x)) - x) / Math.max(1, Math.abs(x)))
  }
  expect(worst).toBeLessThanOrEqual(2 ** -52)
  expect(worstInverse).toBeLessThanOrEqual(2 ** -51)
  expect(exp(0)).toBe(1)
  expect(exp(-746)).toBe(0)
  expect(exp(710)).toBe(Number.POSITIVE_INFINITY)
})

test('the table-driven −ln(u) agrees with ln to 2e-15 and is never negative', () => {
  let worst = 0
  let smallest = 1
  for (let i = 1; i <= 200_000; i++) {
    const u = i / 200_000
    worst = Math.max(worst, Math.abs(negativeLn(u) + ln(u)))
    smallest = Math.min(smallest, negativeLn(u))
  }
  expect(worst).toBeLessThan(2e-15)
  expect(smallest).toBe(0)
  expect(Math.abs(negativeLn(2 ** -53) - 53 * Math.LN2)).toBeLessThan(1e-14)
})
