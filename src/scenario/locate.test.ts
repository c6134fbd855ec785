import { expect, it } from 'vitest'
import { BASE } from '../../tests/fixtures/scenarioTexts'
import { positionAt } from './locate'
import { parseScenario } from './parse'

const parsed = parseScenario(BASE)
const written = (path: readonly (string | number)[]) => {
  const { start, end } = parsed.rangeOf(path)
  return BASE.slice(start, end)
}

it('counts lines and columns from 1, in UTF-16 units', () => {
  expect(positionAt('a\nb🙂c', 0)).toEqual({ line: 1, column: 1 })
  expect(positionAt('a\r\nb🙂c', 6)).toEqual({ line: 2, column: 4 })
  expect(positionAt('a', 99)).toEqual({ line: 1, column: 2 })
})

it('finds the text of a value', () => {
  expect(written(['rqs_input', 'avg_active_users', 'mean'])).toBe('60')
  expect(written(['topology_graph', 'edges', 2, 'target'])).toBe('srv-1')
})

it('falls back to the nearest ancestor of a value that is not there', () => {
  expect(written(['topology_graph', 'nodes', 'client', 'colour', 'hue'])).toBe('{ id: client }')
})

it('finds elements by id, and gives no path of what does not exist', () => {
  expect(parsed.pathOf({ kind: 'server', id: 'srv-2' })).toEqual(['topology_graph', 'nodes', 'servers', 1])
  expect(parsed.pathOf({ kind: 'edge', id: 'lb-2' })).toEqual(['topology_graph', 'edges', 3])
  expect(parsed.pathOf({ kind: 'event', id: 'slow' })).toEqual(['events', 1])
  expect(parsed.pathOf({ kind: 'server', id: 'toString' })).toBeUndefined()
  expect(parsed.pathOf({ kind: 'step', server: 'srv-2', endpoint: 0, step: 1 })).toBeUndefined()
})

it.each([
  ['mean: 60', { kind: 'workload' }],
  ['id: client }', { kind: 'client' }],
  ['server_covered', { kind: 'load-balancer' }],
  ['cpu_cores', { kind: 'server', id: 'srv-1' }],
  ['endpoint_name: /b', { kind: 'endpoint', server: 'srv-2', endpoint: 0 }],
  ['cpu_time', { kind: 'step', server: 'srv-1', endpoint: 0, step: 1 }],
  ['id: lb-1', { kind: 'edge', id: 'lb-1' }],
  ['t_start: 30', { kind: 'event', id: 'slow' }],
  ['total_simulation_time', { kind: 'settings' }],
])('knows what the caret is in at "%s"', (text, element) => {
  expect(parsed.elementAt(BASE.indexOf(text) + 1)).toEqual(element)
})

it('path and offset agree for every element of the scenario', () => {
  for (const element of [
    { kind: 'client' },
    { kind: 'step', server: 'srv-1', endpoint: 0, step: 0 },
    { kind: 'edge', id: 'out-2' },
    { kind: 'event', id: 'down' },
  ] as const) {
    const path = parsed.pathOf(element)
    expect(parsed.elementAt(parsed.rangeOf(path ?? []).start)).toEqual(element)
  }
})
