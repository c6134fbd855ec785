import type { Scenario } from '../../catalog/specs'
import { carryPositions } from '../../store/carryPositions'
import type { NodePositions } from '../../store/contracts'
import { type Graph, graphOf } from './graph'
import { layoutGraph, placeNodes } from './layout'

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

/** The picture after an edit: what was there stays, renamed nodes keep their place, new ones get a free spot. */
export function continuePlacement(before: Placement, scenario: Scenario, known: NodePositions): Placement {
  const graph = graphOf(scenario)
  const carried = carryPositions(before.automatic, before.scenario, scenario)
  const placed = placeNodes(graph, { ...carried, ...known })
  return { ...before, scenario, graph, automatic: { ...placed, ...pick(carried, graph) } }
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
