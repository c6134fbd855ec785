import { Graph as DagreGraph, layout } from '@dagrejs/dagre'
import type { NodePosition, NodePositions } from '../../store/contracts'
import { boxAt, cardSize, grow, overlaps } from './geometry'
import type { Graph } from './graph'

/** Room between cards: between columns for an arrow and its label, between rows for a line to pass [px]. */
export const columnGap = 76
export const rowGap = 32

/**
 * Places all nodes anew, from left to right along the requests.
 * Answers are left out: they would pull the client to the right of the servers.
 */
export function layoutGraph(graph: Graph): NodePositions {
  const dagre = new DagreGraph()
  dagre.setGraph({ rankdir: 'LR', ranksep: columnGap, nodesep: rowGap, edgesep: rowGap })
  for (const { id } of graph.nodes) dagre.setNode(id, { ...cardSize })
  for (const { source, target, role } of graph.links) {
    if (role === 'request') dagre.setEdge(source, target, {})
  }
  layout(dagre, { constraints: inDeclaredOrder(graph) })
  return Object.fromEntries(
    graph.nodes.map(({ id }) => {
      const { x = 0, y = 0 } = dagre.node(id) as Partial<NodePosition>
      return [id, { x: Math.round(x - cardSize.width / 2), y: Math.round(y - cardSize.height / 2) }]
    }),
  )
}

/**
 * Positions for all nodes of `graph`: the known ones stay, the others get a free spot.
 * When none is known, everything is laid out.
 */
export function placeNodes(graph: Graph, known: NodePositions): NodePositions {
  const placed: Record<string, NodePosition> = {}
  for (const { id } of graph.nodes) {
    const position = known[id]
    if (position) placed[id] = position
  }
  if (Object.keys(placed).length === 0) return layoutGraph(graph)
  const missing = graph.nodes.filter(({ id }) => !placed[id])
  for (const { id } of missing) placed[id] = freeSpot(preferredSpot(id, graph, placed), Object.values(placed))
  return placed
}

/** Beside what the node is wired to; else below the servers, where the next one would stand. */
function preferredSpot(id: string, graph: Graph, placed: NodePositions): NodePosition {
  for (const { source, target, role } of graph.links) {
    const before = target === id && role === 'request' ? placed[source] : undefined
    if (before) return { x: before.x + cardSize.width + columnGap, y: before.y }
  }
  const kind = graph.nodes.find((node) => node.id === id)?.kind
  const siblings = graph.nodes.flatMap((node) => (node.kind === kind ? (placed[node.id] ?? []) : []))
  const column = siblings.length > 0 ? siblings : Object.values(placed)
  return { x: Math.max(...column.map(({ x }) => x)), y: Math.max(...column.map(({ y }) => y)) }
}

/** The nearest spot at or below `wanted` where a card touches no other. */
export function freeSpot(wanted: NodePosition, taken: readonly NodePosition[]): NodePosition {
  const obstacles = taken.map((position) => grow(boxAt(position, cardSize), rowGap - 1))
  let spot = wanted
  for (;;) {
    const box = boxAt(spot, cardSize)
    const hit = obstacles.find((obstacle) => overlaps(obstacle, box))
    if (!hit) return spot
    spot = { x: spot.x, y: Math.round(hit.y + hit.height + 1) }
  }
}

/** Nodes that one node sends to stand one below the other as the text lists them. */
function inDeclaredOrder(graph: Graph): { left: string; right: string }[] {
  const ranks = new Map(graph.nodes.map(({ id }, index) => [id, index]))
  const rank = (id: string) => ranks.get(id) ?? 0
  return graph.nodes.flatMap(({ id }) => {
    const targets = graph.links.filter(({ source, role }) => source === id && role === 'request')
    const ordered = targets.map(({ target }) => target).sort((a, b) => rank(a) - rank(b))
    return ordered.slice(1).map((right, index) => ({ left: ordered[index] ?? right, right }))
  })
}
