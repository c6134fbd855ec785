import { expect, it } from 'vitest'
import { BASE, changed } from '../../tests/fixtures/scenarioTexts'
import { scenarioHash } from './canonical'
import { parseScenario } from './parse'

function hashOf(text: string): string {
  const { scenario, diagnostics } = parseScenario(text)
  if (scenario === undefined) throw new Error(JSON.stringify(diagnostics))
  return scenarioHash(scenario)
}

it.each([
  ['comments and blank lines', changed(BASE, ['topology_graph:', '# a comment\n\ntopology_graph: # another'])],
  ['layout', changed(BASE, ['client: { id: client }', 'client:\n      id: "client"'])],
  ['line breaks', BASE.replaceAll('\n', '\r\n')],
  ['the order of keys', changed(BASE, ['cpu_cores: 1, ram_mb: 1024', 'ram_mb: 1024, cpu_cores: 1'])],
  ['defaults that are written out', changed(BASE, ['id: lb\n', 'id: lb\n      algorithms: round_robin\n'])],
  ['another spelling of a number', changed(BASE, ['mean: 60', 'mean: 60.0'])],
  ['null for nothing', changed(BASE, ['distribution: exponential', 'distribution: exponential, variance: null'])],
  [
    'what joined the language later, saying nothing',
    `${changed(BASE, ['time: 100', 'time: 100\n  warm_up_s: 0'])}slos: []\n`,
  ],
])('%s do not change the hash', (_, text) => {
  expect(hashOf(text)).toBe(hashOf(BASE))
})

it.each([
  ['a number', changed(BASE, ['mean: 60', 'mean: 61'])],
  ['an id', BASE.replaceAll('srv-2', 'srv-3')],
  ['a seed', `${BASE}`.replace('sim_settings:\n', 'sim_settings:\n  seed: 1\n')],
  ['a default that is overruled', changed(BASE, ['id: lb\n', 'id: lb\n      algorithms: least_connection\n'])],
  [
    'the order of edges, which is the order of rotation',
    BASE.split('\n')
      .toSpliced(30, 2, ...BASE.split('\n').slice(30, 32).reverse())
      .join('\n'),
  ],
  ['a warm-up', changed(BASE, ['time: 100', 'time: 100\n  warm_up_s: 1'])],
  ['an objective', `${BASE}slos: [{ id: up, kind: availability, target: 0.9 }]\n`],
])('%s changes the hash', (_, text) => {
  expect(hashOf(text)).not.toBe(hashOf(BASE))
})

it('keeps the fingerprint that a scenario had before the language grew', () => {
  expect(hashOf(BASE)).toBe('10e9e5cc093041cc3976b270e0637ee26009c72fb790bb0ae84f5ab76f33b56f')
})
