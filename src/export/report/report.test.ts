import { expect, test } from 'vitest'
import { simulate } from '../../../tests/fixtures/scenario'
import { nothingCompleted, syntheticRun } from '../../../tests/fixtures/syntheticRun'
import { examples } from '../../examples'
import { parseScenario } from '../../scenario/parse'
import { reportDocument } from './report'

const whole = (() => {
  const { text, title } = examples.find(({ id }) => id === 'outage')!
  const { scenario } = parseScenario(text)
  return reportDocument({ scenarioText: text, result: simulate(scenario!, { seed: 3, scenarioName: title }) })
})()

test('the report says what was run, with which seed, and what came out', () => {
  for (const text of ['One of two servers', 'Seed 3', 'p95', 'web-2', 'Requests', 'cpu_cores: 1', 'SHA-256'])
    expect(whole).toContain(text)
  expect(whole).toContain('Requests suffered from the outage of web-2')
})

test('its charts of queues say that they show means, since the tables tell higher peaks', () => {
  expect(whole).toContain('In the system <small>requests, mean of each interval</small>')
  expect(whole).toContain('Ready queue <small>requests, mean of each interval</small>')
})

test('it needs nothing else: no script, nothing to load', () => {
  expect(whole).not.toMatch(/<script|<link|<img|src=|href=|url\(|@import/)
  expect(whole).toContain("default-src 'none'")
})

test('it has no value that is none', () => {
  expect(whole).not.toMatch(/NaN|undefined|Infinity|null|\[object/)
  const empty = reportDocument({ scenarioText: '', result: syntheticRun(nothingCompleted()) })
  expect(empty).not.toMatch(/NaN|undefined|Infinity|null|\[object/)
})

test('names from the scenario are text, whatever is in them', () => {
  const run = syntheticRun()
  const result = { ...run, identity: { ...run.identity, scenarioName: '<img src=x onerror=alert(1)> & "co"' } }
  const text = reportDocument({ scenarioText: '</pre><script>alert(1)</script>', result })
  expect(text).not.toContain('<img')
  expect(text).not.toContain('<script')
  expect(text).toContain('&#60;img')
})
