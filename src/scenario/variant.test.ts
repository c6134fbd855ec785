import { expect, it } from 'vitest'
import { BASE, changed } from '../../tests/fixtures/scenarioTexts'
import { scenarioHash } from './canonical'
import { parseScenario } from './parse'
import { variantOf } from './variant'

const CORES = ['topology_graph', 'nodes', 'servers', 0, 'server_resources', 'cpu_cores']
const POOL = ['topology_graph', 'nodes', 'servers', 0, 'server_resources', 'db_connection_pool']
const QUIET = BASE.slice(0, BASE.indexOf('events:'))

it('is what the text would mean with the number in its place', () => {
  const variant = variantOf({ text: BASE, path: CORES, value: 4, horizon: undefined })
  const { scenario } = parseScenario(changed(BASE, ['cpu_cores: 1', 'cpu_cores: 4']))
  expect(variant).toMatchObject({ ok: true, value: 4, scenario, hash: scenarioHash(scenario!) })
})

it('writes a number that the text leaves to its default, and a shorter time', () => {
  const variant = variantOf({ text: QUIET, path: POOL, value: 7, horizon: 20 })
  expect(variant.ok && variant.scenario.topology_graph.nodes.servers[0]?.server_resources.db_connection_pool).toBe(7)
  expect(variant.ok && variant.scenario.sim_settings.total_simulation_time).toBe(20)
  expect(variant.ok && variant.estimate.seconds).toBe(20)
})

it('of the present value is the scenario itself', () => {
  const variant = variantOf({ text: BASE, path: CORES, value: 1, horizon: undefined })
  expect(variant.ok && variant.hash).toBe(scenarioHash(parseScenario(BASE).scenario!))
})

it.each([
  [{ text: BASE, path: CORES, value: 0, horizon: undefined }, /must be at least 1/],
  [{ text: BASE, path: CORES, value: 1.5, horizon: undefined }, /must be a whole number/],
  [{ text: BASE, path: CORES, value: 2, horizon: 30 }, /exceeds the simulation horizon of 30 s/],
  [{ text: 'rqs_input: [', path: CORES, value: 2, horizon: undefined }, /not valid YAML/],
])('%# says why a value is refused', (question, reason) => {
  expect(variantOf(question)).toEqual({ ok: false, value: question.value, reason: expect.stringMatching(reason) })
})
