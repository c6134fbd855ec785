import { expect, test } from 'vitest'
import { comparedScenarios, compareFigures, compareWithAsyncFlow, SEED } from './asyncflow'

test.each(comparedScenarios)(
  'every recorded figure of %s lies within four standard errors',
  (name) => {
    const comparisons = compareWithAsyncFlow(name, SEED)
    expect(comparisons.length).toBeGreaterThanOrEqual(50)
    expect(comparisons.filter(({ z }) => !(Math.abs(z) <= 4)).map(({ figure, z }) => `${figure}: z = ${z}`)).toEqual([])
  },
  120_000,
)

test('a recorded figure that we do not have is no 0', () => {
  const runs = [new Map([['completed', 0]]), new Map([['completed', 0]])]
  const nothing = { mean: 0, sd: 0 }
  expect(compareFigures({ completed: nothing }, runs)).toMatchObject([{ z: 0 }])
  expect(() => compareFigures({ completed: nothing, dropped: nothing }, runs)).toThrow('figure dropped')
})
