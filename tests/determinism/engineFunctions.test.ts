import { expect, test, vi } from 'vitest'
import { computeGolden, goldenOf } from '../../src/validation/goldens'
import { REFERENCE_SEEDS, referenceScenarios } from '../../src/validation/referenceRuns'

/** Functions whose results may differ between engines, or from one run to the next. */
const FORBIDDEN = [
  'acos',
  'acosh',
  'asin',
  'asinh',
  'atan',
  'atan2',
  'atanh',
  'cbrt',
  'cos',
  'cosh',
  'exp',
  'expm1',
  'hypot',
  'log',
  'log10',
  'log1p',
  'log2',
  'pow',
  'random',
  'sin',
  'sinh',
  'tan',
  'tanh',
] as const

/** Runs `task` in a world in which these functions, the clocks, and everything local throw. */
function withoutEngineFunctions<T>(task: () => T): T {
  const forbid = (name: string) => () => {
    throw new Error(`${name} was called`)
  }
  for (const name of FORBIDDEN) vi.spyOn(Math, name).mockImplementation(forbid(`Math.${name}`))
  vi.spyOn(performance, 'now').mockImplementation(forbid('performance.now'))
  vi.spyOn(Number.prototype, 'toLocaleString').mockImplementation(forbid('toLocaleString'))
  vi.spyOn(String.prototype, 'localeCompare').mockImplementation(forbid('localeCompare'))
  for (const name of ['Date', 'Intl', 'crypto']) {
    vi.stubGlobal(name, new Proxy(class {}, { get: forbid(name), construct: forbid(name) }))
  }
  try {
    return task()
  } finally {
    vi.unstubAllGlobals()
    vi.restoreAllMocks()
  }
}

test.each(referenceScenarios())('the run "$id" needs no function that differs between engines', (reference) => {
  const [seed] = REFERENCE_SEEDS
  const golden = withoutEngineFunctions(() => computeGolden(reference, seed))
  expect(golden).toEqual(goldenOf(reference.id, seed))
})

test.each([
  ['Math.exp', () => Math.exp(1)],
  ['Date', () => Date.now()],
  ['Date', () => new Date()],
  ['performance.now', () => performance.now()],
  ['Intl', () => new Intl.NumberFormat()],
] satisfies [string, () => unknown][])('%s would be noticed', (name, use) => {
  expect(() => withoutEngineFunctions<unknown>(use)).toThrow(`${name} was called`)
})
