import type { Scenario } from '../../catalog/specs'
import type { NodeKind } from '../../catalog/views'

/** A scenario as a small picture: columns by distance from the workload, in units of one column and one row. */
export interface Sketch {
  readonly nodes: readonly { readonly id: string; readonly kind: NodeKind; readonly x: number; readonly y: number }[]
  readonly edges: readonly { readonly id: string; readonly from: number; readonly to: number }[]
  readonly columns: number
  readonly rows: number
}

/** Where the nodes of a scenario go in a thumbnail. Nodes that nothing reaches stand in the last column. */
export function sketchScenario(scenario: Scenario): Sketch {
  const kinds = kindsOf(scenario)
  const { edges } = scenario.topology_graph
  const columnOf = distances(scenario.rqs_input.id, edges)
  const lastColumn = Math.max(0, ...columnOf.values())
  const idsByColumn = new Map<number, string[]>()
  for (const id of kinds.keys()) {
    const column = columnOf.get(id) ?? lastColumn + 1
    idsByColumn.set(column, [...(idsByColumn.get(column) ?? []), id])
  }
  const rows = Math.max(...[...idsByColumn.values()].map((ids) => ids.length))
  const nodes = [...idsByColumn].flatMap(([x, ids]) =>
    ids.map((id, row) => ({ id, kind: kinds.get(id) ?? 'server', x, y: row + (rows - ids.length) / 2 })),
  )
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]))
  const drawn = edges.flatMap(({ id, source, target }) => {
    const from = indexOf.get(source)
    const to = indexOf.get(target)
    return from === undefined || to === undefined ? [] : [{ id, from, to }]
  })
  return { nodes, edges: drawn, columns: Math.max(...idsByColumn.keys()) + 1, rows }
}

function kindsOf({ rqs_input, topology_graph: { nodes } }: Scenario): Map<string, NodeKind> {
  const kinds = new Map<string, NodeKind>([
    [rqs_input.id, 'workload'],
    [nodes.client.id, 'client'],
  ])
  if (nodes.load_balancer) kinds.set(nodes.load_balancer.id, 'load-balancer')
  for (const { id } of nodes.servers) kinds.set(id, 'server')
  return kinds
}

function distances(start: string, edges: Scenario['topology_graph']['edges']): Map<string, number> {
  const found = new Map([[start, 0]])
  for (const [id, distance] of found) {
    for (const { source, target } of edges) if (source === id && !found.has(target)) found.set(target, distance + 1)
  }
  return found
}
