import { expect, test } from 'vitest'
import { comparedScenarios, compareWithAsyncFlow, SEED } from './asyncflow'

test.each(comparedScenarios)(
  'every recorded figure of %s lies within four standard errors',
  (name) => {
    const comparisons = compareWithAsyncFlow(name, SEED)
    expect(comparisons.length).toBeGreaterThanOrEqual(50)
    expect(comparisons.filter(({ z }) => !(Math.abs(z) <= 4)).map(({ figure, z }) => `${figure}: z = ${z}`)).toEqual([])
  },
  120_000,
)
