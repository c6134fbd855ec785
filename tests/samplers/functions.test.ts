import { expect, test } from 'vitest'
import { expm1, ln1p } from '../../src/kernel/math/expm1'
import { IncompleteGamma, lnGamma } from '../../src/kernel/math/gamma'
import { exp, ln } from '../../src/kernel/math/ln'
import { normalCumulative } from '../../src/kernel/math/normalCumulative'
import { relativeError } from './accuracy'
import tables from './tables/functions.json' with { type: 'json' }

/*
 * The kernel's own functions against 50-digit values. Each bound is a few times what rounding
 * makes of the arguments: the exponent of a number near e^−700 is itself only known to 700 ulp.
 */

test.each([
  { name: 'ln', compute: ln, table: tables.ln, bound: 2.3e-16 },
  { name: 'exp', compute: exp, table: tables.exp, bound: 2.3e-16 },
  { name: 'ln1p', compute: ln1p, table: tables.ln1p, bound: 1e-15 },
  { name: 'expm1', compute: expm1, table: tables.expm1, bound: 1e-15 },
  { name: 'normalCumulative', compute: normalCumulative, table: tables.normalCumulative, bound: 2e-13 },
])('$name is within $bound of its true value', ({ compute, table, bound }) => {
  for (const [x, expected] of table as [number, number][]) {
    expect(relativeError(compute(x), expected), `at ${x}`).toBeLessThan(bound)
  }
})

test('lnGamma is within 1e-14, relative or, near its zeros at 1 and 2, absolute', () => {
  for (const [x, expected] of tables.lnGamma as [number, number][]) {
    expect(Math.abs(lnGamma(x) - expected) / Math.max(1, Math.abs(expected)), `at ${x}`).toBeLessThan(1e-14)
  }
})

test('both sides of the incomplete gamma function keep their relative precision', () => {
  for (const [shape, x, below, above] of tables.incompleteGamma as [number, number, number, number][]) {
    const gamma = new IncompleteGamma(shape)
    // Far out, e^−y with y = 300 is known to 300 ulp.
    expect(relativeError(gamma.lower(x), below), `P(${shape}, ${x})`).toBeLessThan(1e-12)
    expect(relativeError(gamma.upper(x), above), `Q(${shape}, ${x})`).toBeLessThan(1e-12)
  }
})

test('the functions have their limits', () => {
  expect([ln1p(-1), ln1p(0), ln1p(Number.POSITIVE_INFINITY)]).toEqual([-Infinity, 0, Infinity])
  expect([expm1(-800), expm1(0), expm1(710)]).toEqual([-1, 0, Infinity])
  expect([-Infinity, -40, 0, 40, Infinity].map(normalCumulative)).toEqual([0, 0, 0.5, 1, 1])
  const gamma = new IncompleteGamma(2.5)
  expect([gamma.lower(0), gamma.lower(Infinity), gamma.upper(0), gamma.upper(Infinity)]).toEqual([0, 1, 1, 0])
})
