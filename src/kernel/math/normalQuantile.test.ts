import { expect, test } from 'vitest'
import { normalQuantile } from './normalQuantile'

/** Wichura's check values and the usual tables. */
const QUANTILES: readonly (readonly [number, number])[] = [
  [0.5, 0],
  [0.25, -0.6744897501960817],
  [0.975, 1.959963984540054],
  [0.001, -3.0902323061678132],
  [1e-20, -9.262340089798408],
]

test.each(QUANTILES)('the %d quantile of the normal law is right to 1e-15', (p, expected) => {
  expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(1e-15 * Math.max(1, Math.abs(expected)) * 4)
})

test('the normal quantile is antisymmetric', () => {
  for (let i = 1; i < 1024; i++) expect(normalQuantile(i / 1024) + normalQuantile(1 - i / 1024)).toBe(0)
})
