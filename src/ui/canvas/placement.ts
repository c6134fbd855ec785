import type { Scenario } from '../../catalog/specs'
import { carryPositions } from '../../store/carryPositions'
import type { NodePositions } from '../../store/contracts'
import { type Graph, graphOf } from './graph'
import { freeSpot, layoutGraph, placeNodes } from './layout'

/**
 * Where nodes stand that nobody has moved. Positions of the document come first; these fill the gaps and stay
 * as they are while a document is edited, so that undoing a move brings back the picture from before.
 */
export interface Placement {
  readonly scenario: Scenario
  readonly graph: Graph
  readonly automatic: NodePositions
  /** Increases when another document is opened: time to show the whole picture. */
  readonly opened: number
}

/** The first picture of a document. */
export function startPlacement(scenario: Scenario, known: NodePositions, opened: number): Placement {
  const graph = graphOf(scenario)
  return { scenario, graph, automatic: placeNodes(graph, known), opened }
}

/**
 * The picture after an edit: what was there stays, renamed nodes keep their place, new ones get a free spot. The place of
 * what is gone is remembered, so that it stands there again when it comes back.
 */
export function continuePlacement(before: Placement, scenario: Scenario, known: NodePositions): Placement {
  const graph = graphOf(scenario)
  const carried = carryPositions(before.automatic, before.scenario, scenario)
  const kept = { ...carried, ...returning(carried, before.graph, graph) }
  const placed = placeNodes(graph, { ...kept, ...known })
  return { ...before, scenario, graph, automatic: { ...placed, ...kept } }
}

/** Places of the nodes that were gone and are there again, beside whoever stands there by now. */
function returning(remembered: NodePositions, before: Graph, graph: Graph): NodePositions {
  const present = new Set(before.nodes.map(({ id }) => id))
  const others = Object.values(pick(remembered, before))
  return Object.fromEntries(
    Object.entries(pick(remembered, graph)).flatMap(([id, position]) =>
      present.has(id) ? [] : [[id, freeSpot(position, others)] as const],
    ),
  )
}

/** Positions of all nodes on show. */
export function positionsOf({ graph, automatic }: Placement, known: NodePositions): NodePositions {
  const all = { ...automatic, ...known }
  return pick(all, graph)
}

/** A fresh arrangement of everything. */
export const arrange = ({ graph }: Placement): NodePositions => layoutGraph(graph)

function pick(positions: NodePositions, graph: Graph): NodePositions {
  return Object.fromEntries(
    graph.nodes.flatMap(({ id }) => {
      const position = Object.hasOwn(positions, id) ? positions[id] : undefined
      return position ? [[id, position] as const] : []
    }),
  )
}
