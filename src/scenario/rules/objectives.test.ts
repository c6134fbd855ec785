import { describe, expect, it } from 'vitest'
import { BASE, changed, problemsOf } from '../../../tests/fixtures/scenarioTexts'
import { parseScenario } from '../parse'
import { applyTextPatches } from '../textPatches'

const LATENCY = '  - { id: fast, kind: latency, threshold_s: 0.3, target: 0.99, endpoint: /a }\n'
const AVAILABILITY = '  - { id: up, kind: availability, target: 0.999 }\n'
const TEXT = `${BASE}slos:\n${LATENCY}${AVAILABILITY}`

it('finds nothing wrong with the base of these tests', () => {
  expect(problemsOf(TEXT)).toEqual([])
  expect(parseScenario(TEXT).scenario?.slos).toEqual([
    { id: 'fast', kind: 'latency', threshold_s: 0.3, target: 0.99, endpoint: '/a' },
    { id: 'up', kind: 'availability', target: 0.999 },
  ])
})

it.each(['slos: null\n', 'slos: []\n', ''])('%j means that there are none', (slos) => {
  expect(parseScenario(BASE + slos).scenario?.slos).toEqual([])
})

it.each<[string, readonly [string, string], string]>([
  ['two of one name', ['id: up', 'id: fast'], 'error slo.duplicate_id 48:11-48:15 «fast»'],
  ['an empty name', ['id: up', "id: ' '"], "warning blank-id 48:11-48:14 «' '»"],
  ['an endpoint that no server has', ['/a }', '/c }'], 'error slo.unknown_endpoint 47:74-47:76 «/c»'],
  ['a window beyond the run', ['0.999 }', '0.999, window_s: 101 }'], 'warning slo.window_gt_horizon 48:60-48:63 «101»'],
  ['a target of 0', ['target: 0.999', 'target: 0'], 'error out-of-range 48:43-48:44 «0»'],
  ['a target of 1', ['target: 0.999', 'target: 1'], 'error out-of-range 48:43-48:44 «1»'],
  ['a threshold of 0', ['threshold_s: 0.3', 'threshold_s: 0'], 'error out-of-range 47:45-47:46 «0»'],
  ['a window of 0', ['0.999 }', '0.999, window_s: 0 }'], 'error out-of-range 48:60-48:61 «0»'],
  ['a missing threshold', ['threshold_s: 0.3, ', ''], 'error missing-key 47:7-47:9 «id»'],
  ['a missing target', [', target: 0.999', ''], 'error missing-key 48:7-48:9 «id»'],
  ['a missing kind', [', kind: availability', ''], 'error missing-key 48:7-48:9 «id»'],
  ['an unknown kind', ['availability', 'avail'], 'error unknown-value 48:21-48:26 «avail»'],
  ['a key of the other kind', ['0.999 }', '0.999, endpoint: /a }'], 'warning unknown-key 48:50-48:58 «endpoint»'],
])('reports %s', (_, replacement, problem) => {
  expect(problemsOf(changed(TEXT, replacement))).toEqual([problem])
})

it('has nothing against a window as long as the run', () => {
  expect(problemsOf(changed(TEXT, ['0.999 }', '0.999, window_s: 100 }']))).toEqual([])
})

describe('endpoints', () => {
  it('are named in lower case, as servers do', () => {
    const { scenario } = parseScenario(changed(TEXT, ['endpoint: /a', 'endpoint: /A']))
    expect(scenario?.slos?.[0]).toMatchObject({ endpoint: '/a' })
  })

  it('are not missed where a server cannot be read', () => {
    const text = changed(TEXT, ['endpoint: /a', 'endpoint: /b'], ['io_waiting_time: 0.01', 'io_waiting_time: 0'])
    expect(problemsOf(text)).toEqual(['error out-of-range 27:52-27:53 «0»'])
  })

  it('are asked for where one is near', () => {
    const [problem] = parseScenario(changed(TEXT, ['endpoint: /a', 'endpoint: /aa'])).diagnostics
    expect(problem?.hint).toBe('Did you mean "/a"?')
  })

  it('are listed where none is near', () => {
    const [problem] = parseScenario(changed(TEXT, ['endpoint: /a', 'endpoint: /search'])).diagnostics
    expect(problem?.message).toBe('Objective "fast" is about the endpoint "/search", which no server has.')
    expect(problem?.hint).toBe('Endpoints: /a, /b.')
  })
})

it.each<[string, readonly [string, string], string]>([
  ['slo.duplicate_id', ['id: up', 'id: fast'], 'Change to fast-2'],
  ['slo.unknown_endpoint', ['endpoint: /a', 'endpoint: /aa'], 'Change to /a'],
  ['slo.unknown_endpoint', ['endpoint: /a', 'endpoint: /search'], 'Count all requests'],
  ['missing-key', [', target: 0.999', ''], 'Add target'],
])('%s: its fix leaves a valid scenario', (code, replacement, title) => {
  const text = changed(TEXT, replacement)
  const fix = parseScenario(text).diagnostics.find((each) => each.code === code)?.fixes?.[0]
  expect(fix?.title).toBe(title)
  expect(problemsOf(applyTextPatches(text, fix!.patches))).toEqual([])
})
