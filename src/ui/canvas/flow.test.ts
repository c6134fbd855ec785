import { describe, expect, test } from 'vitest'
import { drawnGraph } from '../../../tests/fixtures/graph'
import { ensureExists } from '../../base/assert'
import { labelSize, reconcileEdges, reconcileNodes } from './flow'
import { type Box, boxAt, cardSize } from './geometry'
import type { Graph } from './graph'
import { layoutGraph } from './layout'
import type { Marks } from './marks'
import { routeLinks } from './routing'

const noMarks: Marks = { nodes: new Map(), links: new Map() }
const nothing = { nodeId: undefined, linkId: undefined }

function flowOf(graph: Graph) {
  const positions = layoutGraph(graph)
  const cards = new Map<string, Box>(Object.entries(positions).map(([id, at]) => [id, boxAt(at, cardSize)]))
  const routes = routeLinks(
    cards,
    graph.links.map((link) => ({ ...link, label: labelSize(link.lines) })),
  )
  return { positions, routes }
}

describe('nodes and edges for the drawing', () => {
  const graph = drawnGraph('users > client > a > client')
  const again = drawnGraph('users > client > a > client')
  const { positions, routes } = flowOf(graph)
  const nodes = reconcileNodes([], graph, positions, noMarks, nothing)
  const edges = reconcileEdges([], graph, routes, noMarks, nothing)

  test('are the same objects while they say the same', () => {
    const next = reconcileNodes(nodes, again, { ...positions }, noMarks, nothing)
    expect(next.every((node, index) => node === nodes[index])).toBe(true)
    const nextEdges = reconcileEdges(edges, again, flowOf(again).routes, noMarks, nothing)
    expect(nextEdges.every((edge, index) => edge === edges[index])).toBe(true)
  })

  test('keep what was measured when they move or are selected', () => {
    const measured = nodes.map((node) => ({ ...node, measured: { width: 132, height: 62 } }))
    const [users] = reconcileNodes(measured, graph, { ...positions, users: { x: 7, y: 7 } }, noMarks, {
      ...nothing,
      nodeId: 'users',
    })
    expect(users).toMatchObject({ measured: { width: 132 }, position: { x: 7, y: 7 }, selected: true })
    expect(users?.data).toBe(measured[0]?.data)
  })

  test('stay under the pointer while they are dragged', () => {
    const dragged = nodes.map((node) =>
      node.id === 'a' ? { ...node, dragging: true, position: { x: 1, y: 2 } } : node,
    )
    const next = reconcileNodes(dragged, graph, positions, noMarks, nothing)
    expect(next.find(({ id }) => id === 'a')?.position).toEqual({ x: 1, y: 2 })
  })

  test('appear and disappear with the scenario', () => {
    const wider = drawnGraph('users > client > b > client')
    const next = reconcileNodes(nodes, wider, flowOf(wider).positions, noMarks, nothing)
    expect(next.map(({ id }) => id)).toEqual(['users', 'client', 'b'])
  })

  test('say their problems to a screen reader', () => {
    const marks: Marks = {
      nodes: new Map([['a', { severity: 'warning', messages: ['Nothing reaches it.'] }]]),
      links: new Map([['a-client', { severity: 'error', messages: ['One.', 'Two.'] }]]),
    }
    const a = reconcileNodes(nodes, graph, positions, marks, nothing).find(({ id }) => id === 'a')
    expect(a?.ariaLabel).toMatch(/warning: 1 problem\. Nothing reaches it\.$/)
    const edge = reconcileEdges(edges, graph, routes, marks, nothing).find(({ id }) => id === 'a-client')
    expect(ensureExists(edge, 'edge').ariaLabel).toMatch(/error: 2 problems\. One\. Two\.$/)
  })
})
