import { afterEach, expect, test, vi } from 'vitest'
import { examples } from '../../src/examples'
import { parseScenario } from '../../src/scenario/parse'
import { simulate } from '../fixtures/scenario'

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

afterEach(() => {
  vi.restoreAllMocks()
})

test.each(examples)('simulating "$title" calls no function that differs between engines', ({ text }) => {
  const { scenario } = parseScenario(text)
  const short = { ...scenario!, sim_settings: { ...scenario!.sim_settings, total_simulation_time: 30 }, events: [] }
  const forbid = (name: string) => () => {
    throw new Error(`${name} was called`)
  }
  for (const name of FORBIDDEN) vi.spyOn(Math, name).mockImplementation(forbid(`Math.${name}`))
  vi.spyOn(Date, 'now').mockImplementation(forbid('Date.now'))
  vi.spyOn(performance, 'now').mockImplementation(forbid('performance.now'))
  let failure: unknown
  let completed = 0
  try {
    completed = simulate(short).summary.requests.completed
  } catch (error) {
    failure = error
  }
  vi.restoreAllMocks()
  expect(failure).toBeUndefined()
  expect(completed).toBeGreaterThan(0)
})
