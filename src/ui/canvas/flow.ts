import type { Edge, Node } from '@xyflow/react'
import type { NodePositions } from '../../store/contracts'
import { cardSize, type Size } from './geometry'
import type { Graph, GraphLink, GraphNode } from './graph'
import { type Mark, type Marks, markText } from './marks'
import type { Route } from './routing'

/**
 * From our graph to React Flow's nodes and edges. Objects that say the same are used again: React Flow keeps what it
 * measured on them, and memoised cards and arrows are not drawn anew.
 */
export type CardNode = Node<{ readonly node: GraphNode; readonly mark: Mark | undefined }, 'card'>
export type LinkEdge = Edge<
  { readonly link: GraphLink; readonly mark: Mark | undefined; readonly route: Route },
  'link'
>

export interface Highlight {
  readonly nodeId: string | undefined
  readonly linkId: string | undefined
}

export function reconcileNodes(
  before: readonly CardNode[],
  graph: Graph,
  positions: NodePositions,
  marks: Marks,
  highlight: Highlight,
): CardNode[] {
  const known = new Map(before.map((node) => [node.id, node]))
  return graph.nodes.map((node) => {
    const old = known.get(node.id)
    const position = (old?.dragging ? old.position : positions[node.id]) ?? { x: 0, y: 0 }
    const mark = marks.nodes.get(node.id)
    const selected = highlight.nodeId === node.id
    const ariaLabel = spoken(node.label, mark)
    const sameData = old?.ariaLabel === ariaLabel && old.data.node.kind === node.kind
    const samePlace = old?.position.x === position.x && old.position.y === position.y
    if (old && sameData && samePlace && old.selected === selected) return old
    return {
      ...old,
      ...cardSize,
      id: node.id,
      type: 'card',
      position: samePlace ? old.position : position,
      data: sameData ? old.data : { node, mark },
      selected,
      ariaLabel,
    }
  })
}

export function reconcileEdges(
  before: readonly LinkEdge[],
  graph: Graph,
  routes: ReadonlyMap<string, Route>,
  marks: Marks,
  highlight: Highlight,
): LinkEdge[] {
  const known = new Map(before.map((edge) => [edge.id, edge]))
  return graph.links.flatMap((link) => {
    const route = routes.get(link.id)
    if (!route) return []
    const old = known.get(link.id)
    const mark = marks.links.get(link.id)
    const selected = highlight.linkId === link.id
    const ariaLabel = spoken(link.label, mark)
    const sameData =
      old?.ariaLabel === ariaLabel && old.data?.link.role === link.role && sameRoute(old.data.route, route)
    if (old && sameData && old.selected === selected) return [old]
    return [
      {
        id: link.id,
        type: 'link' as const,
        source: link.source,
        target: link.target,
        sourceHandle: 'out',
        targetHandle: link.role === 'answer' ? 'answers' : 'in',
        data: sameData ? old.data : { link, mark, route },
        selected,
        ariaLabel,
      },
    ]
  })
}

const spoken = (label: string, mark: Mark | undefined) => (mark ? `${label}, ${markText(mark)}` : label)

function sameRoute(a: Route, b: Route): boolean {
  return (
    a.label.x === b.label.x &&
    a.label.y === b.label.y &&
    a.points.length === b.points.length &&
    a.points.every((point, index) => point.x === b.points[index]?.x && point.y === b.points[index]?.y)
  )
}

/** Room that an arrow's label takes [px]: one line above the arrow, one below. Letters are counted, not measured. */
export function labelSize(lines: readonly string[]): Size {
  const longest = Math.max(...lines.map((line) => line.length))
  return { width: Math.round(longest * 5.4) + 2, height: 32 }
}
