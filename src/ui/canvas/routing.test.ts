import { describe, expect, test } from 'vitest'
import { drawnGraph } from '../../../tests/fixtures/graph'
import { ensureExists } from '../../base/assert'
import { examples } from '../../examples'
import { parseScenario } from '../../scenario/parse'
import { labelSize } from './flow'
import { type Box, boxAt, cardSize, centredAt, lineCrosses, overlaps } from './geometry'
import { type Graph, graphOf } from './graph'
import { layoutGraph } from './layout'
import { type Route, roundedPath, routeLinks } from './routing'

function routesOf(graph: Graph, cards = cardsOf(graph)): ReadonlyMap<string, Route> {
  return routeLinks(
    cards,
    graph.links.map((link) => ({ ...link, label: labelSize(link.lines) })),
  )
}

function cardsOf(graph: Graph): Map<string, Box> {
  return new Map(Object.entries(layoutGraph(graph)).map(([id, at]) => [id, boxAt(at, cardSize)]))
}

/** Everything that hides something else: lines through cards, labels on cards and on labels. */
function clashes(graph: Graph): string[] {
  const cards = [...cardsOf(graph)]
  const routes = [...routesOf(graph)]
  const labels = routes.map(([id, { label }]) => {
    const lines = graph.links.find((link) => link.id === id)?.lines ?? []
    return [id, centredAt(label, labelSize(lines))] as const
  })
  return [
    ...routes.flatMap(([id, { points }]) =>
      cards
        .filter(([, card]) => points.slice(1).some((point, i) => lineCrosses(points[i] ?? point, point, card)))
        .map(([card]) => `arrow ${id} crosses ${card}`),
    ),
    ...labels.flatMap(([id, box], index) => [
      ...cards.filter(([, card]) => overlaps(card, box)).map(([card]) => `label of ${id} lies on ${card}`),
      ...labels
        .slice(index + 1)
        .filter(([, other]) => overlaps(box, other))
        .map(([other]) => `labels of ${id} and ${other} overlap`),
    ]),
  ]
}

describe('the arrows of a laid out graph', () => {
  test.each(examples.map(({ id, text }) => [id, text] as const))('hide nothing in %s', (_id, text) => {
    expect(clashes(graphOf(ensureExists(parseScenario(text).scenario, 'scenario')))).toEqual([])
  })

  test.each([
    ['a chain of servers', 'users > client > a > b > c > client'],
    ['servers of different depth', 'users > client > lb > a > b > client\nlb > c > client\nlb > d > client'],
    ['a link that skips a column', 'users > client > lb > a > b > client\nlb > b'],
    ['many servers', Array.from({ length: 12 }, (_, i) => `users > client > lb > s${i} > client`).join('\n')],
  ])('hide nothing in %s', (_name, drawing) => {
    expect(clashes(drawnGraph(drawing))).toEqual([])
  })

  test('bring answers to the client from below, beneath every card', () => {
    const graph = drawnGraph('users > client > lb > a > client\nlb > b > client')
    const cards = cardsOf(graph)
    const lowest = Math.max(...[...cards.values()].map((card) => card.y + card.height))
    const client = ensureExists(cards.get('client'), 'client')
    for (const id of ['a-client', 'b-client']) {
      const { points } = ensureExists(routesOf(graph, cards).get(id), id)
      expect(Math.max(...points.map(({ y }) => y))).toBeGreaterThan(lowest)
      expect(points.at(-1)).toEqual({ x: client.x + client.width / 2, y: client.y + client.height + 5 })
    }
  })

  test('go around a card that stands between their ends', () => {
    const graph = drawnGraph('users > client > a > client')
    const cards = new Map([
      ['users', boxAt({ x: 0, y: 0 }, cardSize)],
      ['a', boxAt({ x: 300, y: 0 }, cardSize)],
      ['client', boxAt({ x: 600, y: 0 }, cardSize)],
    ])
    const { points } = ensureExists(routesOf(graph, cards).get('users-client'), 'route')
    const blocked = points.slice(1).some((point, i) => lineCrosses(points[i] ?? point, point, cards.get('a')!))
    expect(blocked).toBe(false)
    expect(points.length).toBeGreaterThan(2)
  })

  test('are left out when one of their ends is not drawn', () => {
    const graph = drawnGraph('users > client > a > client')
    const cards = cardsOf(graph)
    cards.delete('a')
    expect([...routesOf(graph, cards).keys()]).toEqual(['users-client'])
  })
})

test('a path turns its corners round, and none of them by more than half a stretch', () => {
  const points = [
    { x: 0, y: 0 },
    { x: 20, y: 0 },
    { x: 20, y: 6 },
    { x: 40, y: 6 },
  ]
  expect(roundedPath(points, 8)).toBe('M0,0L17,0Q20,0 20,3L20,3Q20,6 23,6L40,6')
})
