import { describe, expect, test } from 'vitest'
import { drawnGraph } from '../../../tests/fixtures/graph'
import { ensureExists } from '../../base/assert'
import { examples } from '../../examples'
import { parseScenario } from '../../scenario/parse'
import type { NodePositions } from '../../store/contracts'
import { type Box, boxAt, cardSize, overlaps } from './geometry'
import { graphOf } from './graph'
import { freeSpot, layoutGraph, placeNodes } from './layout'

function overlapping(positions: NodePositions): string[] {
  const cards: [string, Box][] = Object.entries(positions).map(([id, at]) => [id, boxAt(at, cardSize)])
  return cards.flatMap(([a, box], index) =>
    cards.slice(index + 1).flatMap(([b, other]) => (overlaps(box, other) ? [`${a} and ${b}`] : [])),
  )
}

describe('the layout of a graph', () => {
  test.each(examples.map(({ id, text }) => [id, text] as const))('puts no card of %s on another', (_id, text) => {
    const graph = graphOf(ensureExists(parseScenario(text).scenario, 'scenario'))
    const positions = layoutGraph(graph)
    expect(Object.keys(positions)).toHaveLength(graph.nodes.length)
    expect(overlapping(positions)).toEqual([])
  })

  test('runs from left to right: workload, client, load balancer, servers', () => {
    const at = layoutGraph(drawnGraph('users > client > lb > a > client\nlb > b > client'))
    const columns = ['users', 'client', 'lb', 'a'].map((id) => at[id]?.x ?? 0)
    expect(columns).toEqual(columns.toSorted((a, b) => a - b))
    expect(at.b?.x).toBe(at.a?.x)
  })

  test('lists the servers of a load balancer from top to bottom as the text does', () => {
    const at = layoutGraph(drawnGraph('users > client > lb > a\nlb > b\nlb > c\nlb > d'))
    const rows = ['a', 'b', 'c', 'd'].map((id) => at[id]?.y ?? 0)
    expect(rows).toEqual(rows.toSorted((a, b) => a - b))
  })

  test('gives a place to a node that nothing is wired to', () => {
    const at = layoutGraph(drawnGraph('users > client > a > client\nspare'))
    expect(at.spare).toBeDefined()
    expect(overlapping(at)).toEqual([])
  })
})

describe('placing nodes', () => {
  const graph = drawnGraph('users > client > lb > a > client\nlb > b > client\nspare')
  const known = { users: { x: 0, y: 0 }, client: { x: 300, y: 5 }, lb: { x: 600, y: 7 }, a: { x: 900, y: 0 } }

  test('keeps known positions', () => {
    expect(placeNodes(graph, known)).toMatchObject(known)
  })

  test('finds free spots for new nodes, beside what sends to them', () => {
    const placed = placeNodes(graph, known)
    expect(overlapping(placed)).toEqual([])
    expect(placed.b?.x).toBeGreaterThan(known.lb.x)
    expect(placed.spare?.x).toBe(900)
  })

  test('lays everything out when nothing is known', () => {
    expect(placeNodes(graph, { stranger: { x: 1, y: 1 } })).toEqual(layoutGraph(graph))
  })
})

test('a free spot lies below all cards that are in the way', () => {
  const taken = [
    { x: 0, y: 0 },
    { x: 20, y: 80 },
    { x: 0, y: 400 },
  ]
  const spot = freeSpot({ x: 0, y: 0 }, taken)
  expect(spot.x).toBe(0)
  expect(spot.y).toBeGreaterThan(80 + cardSize.height)
  expect(spot.y).toBeLessThan(400 - cardSize.height)
})
