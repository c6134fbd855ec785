import type { Scenario } from '../catalog/specs'
import type { NodePosition, NodePositions } from './contracts'

/**
 * Keeps nodes in place when they get another id: a node that stands at the same place of the text under a new name
 * takes over the position of the old name. Returns the very same object when nothing was renamed.
 */
export function carryPositions(positions: NodePositions, before: Scenario, after: Scenario): NodePositions {
  const oldIds = nodeIds(before)
  const newIds = nodeIds(after)
  if (oldIds.length !== newIds.length) return positions
  const gone = oldIds.filter((id) => id !== undefined && !newIds.includes(id) && Object.hasOwn(positions, id))
  if (gone.length === 0) return positions

  const carried = new Map<string, NodePosition>(Object.entries(positions))
  oldIds.forEach((oldId, slot) => {
    const newId = newIds[slot]
    if (oldId === undefined || newId === undefined || oldIds.includes(newId) || !gone.includes(oldId)) return
    const position = carried.get(oldId)
    if (position === undefined) return
    carried.delete(oldId)
    carried.set(newId, position)
  })
  return Object.fromEntries(carried)
}

/** Ids by place in the text: workload, client, load balancer (or undefined), servers. */
function nodeIds(scenario: Scenario): (string | undefined)[] {
  const { client, load_balancer, servers } = scenario.topology_graph.nodes
  return [scenario.rqs_input.id, client.id, load_balancer?.id, ...servers.map((server) => server.id)]
}
