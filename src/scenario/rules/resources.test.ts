import { describe, expect, test } from 'vitest'
import { BASE, changed, withLlmCost } from '../../../tests/fixtures/scenarioTexts'
import { parseScenario } from '../parse'
import { applyTextPatches } from '../textPatches'

const withCost = (cost: string) => changed(BASE, withLlmCost(cost))

describe('the cost of a call', () => {
  const TOKENS = 'input_tokens: 3, output_tokens: 4, input_per_mtok: 1'

  test.each(['{ per_call: 0 }', `{ ${TOKENS}, output_per_mtok: 2 }`])('may be %s', (cost) => {
    expect(parseScenario(withCost(cost)).diagnostics).toEqual([])
  })

  test.each([
    ['{}', 'does not say its whole cost: per_call is missing.'],
    [`{ ${TOKENS} }`, 'does not say its whole cost: output_per_mtok is missing.'],
    ['{ input_tokens: 3 }', 'does not say its whole cost: output_tokens, input_per_mtok, output_per_mtok are missing.'],
    [
      '{ per_call: 1, input_tokens: 3, output_tokens: 4 }',
      'says its cost in two ways: per_call and input_tokens, output_tokens.',
    ],
  ])('may not be %s', (cost, message) => {
    const [problem, ...others] = parseScenario(withCost(cost)).diagnostics
    expect(others).toEqual([])
    expect(problem?.message).toBe(`Step 1 of endpoint "/b" of server "srv-2" ${message}`)
    expect(problem?.path).toEqual(['topology_graph', 'nodes', 'servers', 1, 'endpoints', 0, 'steps', 0, 'llm_cost'])
    expect(problem?.hint).toBe(
      'Write either per_call, or input_tokens, output_tokens, input_per_mtok, output_per_mtok together.',
    )
  })
})

test('a server gets the memory that its requests need, also where it does not state any', () => {
  const text = changed(BASE, ['{ cpu_cores: 1, ram_mb: 1024 }', '{ cpu_cores: 1 }'], ['_ram: 100', '_ram: 2000.5'])
  const [problem] = parseScenario(text).diagnostics
  expect(problem?.code).toBe('ram-exceeds-server')
  const [fix] = problem!.fixes!
  expect(fix?.title).toBe('Set ram_mb to 2001')
  const { scenario, diagnostics } = parseScenario(applyTextPatches(text, fix!.patches))
  expect(diagnostics).toEqual([])
  expect(scenario?.topology_graph.nodes.servers[0]?.server_resources.ram_mb).toBe(2001)
})
