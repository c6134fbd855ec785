import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BASE, changed, problemsOf } from '../../../tests/fixtures/scenarioTexts'
import { distributionOf } from '../../catalog/random-variables/model'
import { lawCurve } from '../lawCurve'
import { lawNames, lawSchema } from '../laws'
import { parseScenario } from '../parse'
import { spellingsOf } from '../spellings'

/** The base with another law at its first edge, in JSON, where numbers may be as small and as large as they like. */
const inEdge = (law: object) => changed(BASE, ['{ mean: 0.003, distribution: exponential }', JSON.stringify(law)])

/** Numbers from the smallest to the largest, and those that people write. */
const number = fc.constantFrom(
  ...[5e-324, 1e-300, 1e-150, 1e-20, 1e-9, 0.01, 0.5, 1, 1.5, 3, 50, 1000, 1e6, 1e9, 1e10, 1e100, 1e308, 0, -1],
)

/** What every law may have; mostly nothing. */
const bounds = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.record({ shift: number, min: number, max: number }, { requiredKeys: [] }) },
)

/** Any law by any of its spellings, with any values. */
const simpleLaw = fc
  .constantFrom(...lawNames.filter((name) => name !== 'mixture'))
  .chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...spellingsOf(lawSchema(name)))))
  .chain(([name, keys]) => {
    const parameters = fc.record(Object.fromEntries(keys.map((key) => [key, parameterOf(key)])))
    return fc.tuple(parameters, bounds).map(([written, limits]) => ({ distribution: name, ...limits, ...written }))
  })
const law = fc.oneof(
  { weight: 5, arbitrary: simpleLaw },
  {
    weight: 1,
    arbitrary: fc.record({
      distribution: fc.constant('mixture'),
      components: fc.array(
        fc.tuple(simpleLaw, number).map(([component, weight]) => ({ ...component, weight })),
        { minLength: 2, maxLength: 2 },
      ),
    }),
  },
)

function parameterOf(key: string): fc.Arbitrary<unknown> {
  if (key === 'means' || key === 'weights') return fc.array(number, { minLength: 2, maxLength: 2 })
  if (key === 'samples') return fc.array(number, { minLength: 2, maxLength: 3 })
  if (key === 'quantiles') return fc.record({ p0: number, p50: number, p100: number })
  return number
}

test('a law with any values is refused with words, or can be drawn from and be shown', () => {
  let valid = 0
  fc.assert(
    fc.property(law, (spec) => {
      const { scenario } = parseScenario(inEdge(spec))
      if (scenario === undefined) return
      valid++
      const { latency } = scenario.topology_graph.edges[0]!
      const { density, low, high } = lawCurve(latency)
      const values = [2 ** -53, 0.001, 0.3, 0.7, 0.999].map((u) => distributionOf(latency).quantile(u))
      expect([...density, low, high, ...values].every(Number.isFinite)).toBe(true)
      expect(values).toEqual(values.toSorted((a, b) => a - b))
    }),
    { seed: 1, numRuns: 600 },
  )
  expect(valid).toBeGreaterThan(100)
})

describe('values that cannot be computed with are refused', () => {
  const components = [1, 2].map((mean) => ({ weight: 1e308, distribution: 'exponential', mean }))
  test.each([
    ['weights whose sum is too large', { distribution: 'mixture', components }, 'out-of-range'],
    [
      'branches too far apart',
      { distribution: 'hyperexponential', means: [9e307, 0.1], weights: [1, 1] },
      'out-of-range',
    ],
    ['a mean whose stages vanish', { distribution: 'erlang', mean: 5e-324, k: 2 }, 'bad-range'],
    ['a square that is too large', { distribution: 'normal', mean: 0.01, std: 1e300 }, 'out-of-range'],
    ['a table beyond all memory', { distribution: 'poisson', mean: 1e16 }, 'out-of-range'],
    ['quantiles without a finite mean', { distribution: 'log_normal', p50: 1e-150, p99: 1e6 }, 'infinite-mean'],
  ])('%s', (_, spec, code) => {
    expect(problemsOf(inEdge(spec))[0]).toMatch(new RegExp(`^error ${code} `))
  })

  test('users whose table would be beyond all memory', () => {
    const text = changed(BASE, ['avg_active_users: { mean: 60 }', 'avg_active_users: { mean: 1.0e+14 }'])
    expect(problemsOf(text)[0]).toMatch(/^error out-of-range /)
  })
})
