import { expect, test } from 'vitest'
import type { RandomVariableSpec } from '../catalog/specs'
import { lawCurve } from './lawCurve'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

test('the figures are those of the law', () => {
  const { mean, p50, p99 } = lawCurve({ distribution: 'exponential', mean: 0.02 })
  expect(mean).toBe(0.02)
  expect(p50).toBeCloseTo(0.02 * Math.LN2, 12)
  expect(p99).toBeCloseTo(0.02 * Math.log(100), 12)
})

test('an exponential falls from 0 on, as its density does', () => {
  const { density, low, high, atoms } = lawCurve({ distribution: 'exponential', mean: 1 })
  const width = (high - low) / density.length
  expect(low).toBe(0)
  expect(atoms).toEqual([])
  density.forEach((height, cell) => {
    expect(height).toBeCloseTo(Math.exp(-cell * width), 2)
  })
})

test('a narrow hump far from 0 is drawn without the empty part before it', () => {
  const { low, high, density } = lawCurve({ distribution: 'normal', mean: 1, std: 0.01 })
  expect(low).toBeGreaterThan(0.9)
  expect(high).toBeLessThan(1.1)
  expect(density.filter((height) => height > 0.1).length).toBeGreaterThan(10)
})

test.each<[string, RandomVariableSpec, readonly (readonly [number, number])[], boolean]>([
  [
    'of samples',
    { distribution: 'empirical', samples: [1, 2, 2, 5] },
    [
      [1, 0.25],
      [2, 0.5],
      [5, 0.25],
    ],
    false,
  ],
  [
    'of samples that are shifted, whatever the rounding',
    { distribution: 'empirical', samples: [0.01, 0.02, 0.02, 0.05], shift: 0.01 },
    [
      [0.02, 0.25],
      [0.03, 0.5],
      [0.06, 0.25],
    ],
    false,
  ],
  [
    'of a mixture, beside its density',
    {
      distribution: 'mixture',
      components: [
        { weight: 0.8, distribution: 'exponential', mean: 0.01 },
        { weight: 0.2, distribution: 'deterministic', mean: 0.05 },
      ],
    },
    [[0.05, 0.2]],
    true,
  ],
  ['of values that count as 0', { distribution: 'normal', mean: 0, std: 1 } as RandomVariableSpec, [[0, 0.5]], true],
])('atoms %s stand apart', (_, spec, expected, isSmoothToo) => {
  const { atoms, density } = lawCurve(spec)
  expect(atoms.map(({ value, mass }) => [Number(value.toPrecision(9)), Number(mass.toPrecision(6))])).toEqual(expected)
  expect(sum(density) > 0).toBe(isSmoothToo)
})

test('a constant is one spike', () => {
  expect(lawCurve(0.02)).toMatchObject({ mean: 0.02, p50: 0.02, p99: 0.02, atoms: [{ value: 0.02, mass: 1 }] })
})
