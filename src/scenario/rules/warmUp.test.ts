import { expect, it } from 'vitest'
import { BASE, changed, problemsOf } from '../../../tests/fixtures/scenarioTexts'
import { parseScenario } from '../parse'
import { applyTextPatches } from '../textPatches'

const QUIET = BASE.slice(0, BASE.indexOf('events:'))
const withWarmUp = (value: string, text = QUIET) => changed(text, ['time: 100', `time: 100\n  warm_up_s: ${value}`])
const warmUpOf = (text: string) => parseScenario(text).scenario?.sim_settings.warm_up_s

it('is a number of seconds or found from the run, and 0 when left out', () => {
  expect(warmUpOf(QUIET)).toBe(0)
  expect(warmUpOf(withWarmUp('12.5'))).toBe(12.5)
  expect(warmUpOf(withWarmUp('auto'))).toBe('auto')
  expect(warmUpOf(withWarmUp('"auto"'))).toBe('auto')
  expect(problemsOf(withWarmUp('auto'))).toEqual([])
})

it.each([
  ['100', 'error warm-up-too-long 37:14-37:17 «100»'],
  ['-1', 'error out-of-range 37:14-37:16 «-1»'],
  ['Auto', 'error unknown-value 37:14-37:18 «Auto»'],
  ['soon', 'error unknown-value 37:14-37:18 «soon»'],
  ['[1]', 'error wrong-type 37:14-37:17 «[1]»'],
  ["'30'", "warning coerced-number 37:14-37:18 «'30'»"],
])('%s is reported', (value, problem) => {
  expect(problemsOf(withWarmUp(value))).toEqual([problem])
})

it('names the largest value, and fixes either way', () => {
  const text = withWarmUp('4000')
  const [problem] = parseScenario(text).diagnostics
  expect(problem?.hint).toBe('It must be less than 100 s: at most 99 in whole seconds.')
  const fixed = problem!.fixes!.map(({ patches }) => warmUpOf(applyTextPatches(text, patches)))
  expect(fixed).toEqual([99, 'auto'])
})

it('says what else may be written', () => {
  expect(parseScenario(withWarmUp('Auto')).diagnostics[0]?.hint).toMatch(/^Did you mean "auto"\?/)
  expect(parseScenario(withWarmUp('[1]')).diagnostics[0]?.message).toBe(
    'warm_up_s of the settings must be a number or auto, not a list.',
  )
})

it('auto among events is warned of, since it counts as 0', () => {
  expect(problemsOf(withWarmUp('auto', BASE))).toEqual(['warning auto-warm-up-with-events 37:14-37:18 «auto»'])
})
