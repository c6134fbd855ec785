import { describe, expect, test } from 'vitest'
import { BASE, changed, problemsOf } from '../../tests/fixtures/scenarioTexts'
import { distributionOf } from '../catalog/random-variables/model'
import type { LawName, RandomVariableSpec } from '../catalog/specs'
import { lawNames, lawOfMean, lawSchema, respelled, writtenSpelling } from './laws'
import { parseScenario } from './parse'
import { spellingsOf } from './spellings'

const inEdge = (law: object) => changed(BASE, ['{ mean: 0.003, distribution: exponential }', JSON.stringify(law)])

describe('a law in place of another', () => {
  test.each(lawNames.flatMap((name) => [0.003, 0.25, 40].map((mean) => [name, mean] as const)))(
    '%s of mean %d s has that mean and is valid',
    (name, mean) => {
      const law = lawOfMean(name, mean)
      // The parameters are rounded to four digits.
      expect(distributionOf(law as unknown as RandomVariableSpec).mean / mean).toBeCloseTo(1, 3)
      expect(parseScenario(inEdge(law)).scenario).toBeDefined()
    },
  )
})

describe('the same law in another spelling', () => {
  const respellings = lawNames.flatMap((name) =>
    spellingsOf(lawSchema(name)).map((spelling) => [name, spelling] as const),
  )

  test.each(respellings)('%s by %j', (name: LawName, spelling) => {
    const before = lawOfMean(name, 0.02) as unknown as RandomVariableSpec
    const after = respelled(before, spelling) as unknown as RandomVariableSpec
    expect(new Set(writtenSpelling(after))).toEqual(new Set(spelling))
    expect(problemsOf(inEdge(after)).filter((problem) => problem.startsWith('error'))).toEqual([])
    // A spelling without a spread cannot keep it, samples and quantiles keep the middle only.
    const isExact = spelling.length > 1 || spellingsOf(lawSchema(name)).length === 1
    const [old, now] = [distributionOf(before), distributionOf(after)]
    const tolerance = isExact ? 0.01 : name === 'empirical' ? 0.5 : Number.POSITIVE_INFINITY
    for (const u of isExact ? [0.1, 0.5, 0.9] : [0.5])
      expect(Math.abs(now.quantile(u) - old.quantile(u))).toBeLessThanOrEqual(tolerance * old.quantile(u))
  })

  test('keeps what is no parameter of the law, such as the weight of a component or a bound', () => {
    const law = { weight: 0.3, distribution: 'gamma', mean: 0.02, cv: 0.5, max: 1 } as const
    expect(respelled(law, ['shape', 'scale'])).toEqual({
      weight: 0.3,
      distribution: 'gamma',
      shape: 4,
      scale: 0.005,
      max: 1,
    })
  })

  test.each<[RandomVariableSpec, string[]]>([
    [{ distribution: 'normal', mean: 0.112, std: 0.19 }, ['mean', 'cv']],
    [{ distribution: 'normal', mean: 0.000613, variance: 0.000109 }, ['mean', 'cv']],
    [{ distribution: 'log_normal', p50: 0.139, p99: 0.208, shift: 1.47 } as RandomVariableSpec, ['mean', 'std']],
    [{ distribution: 'log_normal', p50: 0.139, p99: 0.208, min: 0.2 } as RandomVariableSpec, ['mean', 'cv']],
    [{ distribution: 'uniform', mean: 0.00562, min: 0.00396 } as RandomVariableSpec, ['mean', 'variance']],
  ])('of a law that is cut off, shifted or bounded: %j by %j', (before, spelling) => {
    const after = respelled(before, spelling) as unknown as RandomVariableSpec
    const [old, now] = [distributionOf(before), distributionOf(after)]
    for (const u of [0.5, 0.9, 0.99]) expect(now.quantile(u) / old.quantile(u)).toBeCloseTo(1, 2)
  })

  test('is none where the law has no finite mean', () => {
    const heavy = { distribution: 'pareto', alpha: 0.91, minimum: 0.01 } as RandomVariableSpec
    expect(respelled(heavy, ['alpha', 'mean'])).toBeUndefined()
    expect(respelled({ ...heavy, alpha: 2 } as RandomVariableSpec, ['alpha', 'mean'])).toMatchObject({ mean: 0.02 })
  })

  test('two quantiles that are not the usual ones go with their spelling', () => {
    const law = { distribution: 'log_normal', p10: 0.01, p90: 0.1 } as RandomVariableSpec
    expect(Object.keys(respelled(law, ['mu', 'sigma'])!)).toEqual(['distribution', 'mu', 'sigma'])
    expect(writtenSpelling(law)).toEqual(['p50', 'p99'])
  })
})
