import { describe, expect, it } from 'vitest'
import { BASE } from '../../tests/fixtures/scenarioTexts'
import type { DocumentPath } from './diagnostic'
import type { ElementRef } from './element'
import { elementOf, keyRangeOf, positionAt } from './locate'
import { parseScenario } from './parse'
import { readYaml } from './yaml/read'
import { entryAt, type Tree, treeAt } from './yaml/tree'

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

describe('every element', () => {
  const root = readYaml(BASE).root!
  const servers = ['topology_graph', 'nodes', 'servers']
  const elements: readonly (readonly [ElementRef, DocumentPath])[] = [
    [{ kind: 'workload' }, ['rqs_input']],
    [{ kind: 'settings' }, ['sim_settings']],
    [{ kind: 'client' }, ['topology_graph', 'nodes', 'client']],
    [{ kind: 'load-balancer' }, ['topology_graph', 'nodes', 'load_balancer']],
    [{ kind: 'server', id: 'srv-1' }, [...servers, 0]],
    [{ kind: 'endpoint', server: 'srv-1', endpoint: 0 }, [...servers, 0, 'endpoints', 0]],
    [{ kind: 'step', server: 'srv-1', endpoint: 0, step: 0 }, [...servers, 0, 'endpoints', 0, 'steps', 0]],
    [{ kind: 'step', server: 'srv-1', endpoint: 0, step: 1 }, [...servers, 0, 'endpoints', 0, 'steps', 1]],
    [{ kind: 'server', id: 'srv-2' }, [...servers, 1]],
    [{ kind: 'endpoint', server: 'srv-2', endpoint: 0 }, [...servers, 1, 'endpoints', 0]],
    [{ kind: 'step', server: 'srv-2', endpoint: 0, step: 0 }, [...servers, 1, 'endpoints', 0, 'steps', 0]],
    ...['in', 'to-lb', 'lb-1', 'lb-2', 'out-1', 'out-2'].map(
      (id, i) => [{ kind: 'edge', id }, ['topology_graph', 'edges', i]] as const,
    ),
    ...['down', 'slow'].map((id, i) => [{ kind: 'event', id }, ['events', i]] as const),
  ]

  it('has one path, and nothing else that is written is an element', () => {
    const written = pathsIn(root)
    for (const [element, path] of elements) expect(parsed.pathOf(element)).toEqual(path)
    for (const path of written) {
      const [element] = elements.find(([, other]) => `${other}` === `${path}`) ?? []
      expect(elementOf(root, path)).toEqual(element)
    }
  })

  it('is found at all of its text, with its key or dash, but for the elements within it', () => {
    const places = elements.map(([element, path]) => {
      const { range } = treeAt(root, path)!
      const start = entryAt(root, path)?.keyRange.start ?? range.start - '- '.length
      return { element, depth: path.length, start, end: range.end }
    })
    for (let offset = 0; offset <= BASE.length; offset++) {
      // A block ends behind its last line, where the next key may begin.
      const isKey = /^\w/.test(BASE.slice(offset))
      const around = places.filter(({ start, end }) => start <= offset && (offset < end || (offset === end && !isKey)))
      const innermost = around.toSorted((a, b) => b.depth - a.depth)[0]
      expect({ offset, element: parsed.elementAt(offset) }).toEqual({ offset, element: innermost?.element })
    }
  })

  it('begins at the first character of its line, also without indentation', () => {
    const text = 'events:\n- event_id: a\n  t: 1\n- event_id: b\nrqs_input: {}\n'
    const { elementAt } = parseScenario(text)
    const found = [...text.matchAll(/^/gm)].map(({ index }) => elementAt(index))
    const [a, b] = ['a', 'b'].map((id) => ({ kind: 'event', id }))
    expect(found).toEqual([undefined, a, a, b, { kind: 'workload' }, undefined])
  })

  it('has no path in a text without it', () => {
    for (const text of [
      '',
      'a: 1',
      'topology_graph: { nodes: { servers: 1 }, edges: {} }',
      'events: [{ event_id: 1 }]',
    ]) {
      const { pathOf, elementAt } = parseScenario(text)
      for (const [element] of elements) expect(pathOf(element)).toBeUndefined()
      expect(elementAt(text.indexOf('event_id'))).toBeUndefined()
    }
  })
})

it('finds the key of a value, and of an item the first one', () => {
  const root = readYaml(BASE).root
  const key = (path: DocumentPath) => {
    const { start, end } = keyRangeOf(root, path)
    return BASE.slice(start, end)
  }
  expect(key(['rqs_input', 'avg_active_users'])).toBe('avg_active_users')
  expect(key(['topology_graph', 'nodes', 'servers', 1])).toBe('id')
  expect(key([])).toBe('rqs_input')
  expect(key(['topology_graph', 'nodes', 'load_balancer', 'server_covered', 1])).toBe('srv-2')
  expect(keyRangeOf(undefined, [])).toEqual({ start: 0, end: 0 })
  expect(keyRangeOf(readYaml('{}').root, [])).toEqual({ start: 0, end: 2 })
})

/** The paths of all values. */
function pathsIn(tree: Tree, path: DocumentPath = []): DocumentPath[] {
  const children =
    tree.kind === 'map'
      ? tree.entries.map(({ key, value }) => [key, value] as const)
      : tree.kind === 'list'
        ? tree.items.map((item, i) => [i, item] as const)
        : []
  return [path, ...children.flatMap(([key, child]) => pathsIn(child, [...path, key]))]
}
