import { formatNumber, formatSeconds } from '../../base/format'
import type { NetworkLinkSpec, Scenario } from '../../catalog/specs'
import { type NodeKind, nodeViews } from '../../catalog/views'
import { meanOf } from '../../scenario/durations'

/** A node as the canvas shows it; what it says is worked out here, where it stands is not. */
export interface GraphNode {
  readonly id: string
  readonly kind: NodeKind
  readonly facts: readonly string[]
  /** What a screen reader says: kind, name, facts, how it is wired. */
  readonly label: string
}

/** `request`: on its way into the system; `answer`: on its way back to the client. */
export type LinkRole = 'request' | 'answer'

export interface GraphLink {
  readonly id: string
  readonly source: string
  readonly target: string
  readonly role: LinkRole
  /** One or two short lines beside the arrow: mean latency and, unless zero, loss. */
  readonly lines: readonly string[]
  readonly label: string
}

export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly links: readonly GraphLink[]
}

/** The picture of a scenario: who there is, who talks to whom. */
export function graphOf({ rqs_input: workload, topology_graph: { nodes, edges } }: Scenario): Graph {
  const node = (id: string, kind: NodeKind, facts: readonly string[]): GraphNode => {
    const degree = edges.filter(({ source, target }) => source === id || target === id).length
    const wiring = degree === 0 ? 'not connected' : `${degree} ${degree === 1 ? 'edge' : 'edges'}`
    return { id, kind, facts, label: [`${nodeViews[kind].title} ${id}`, ...facts, wiring].join(', ') }
  }
  const balancer = nodes.load_balancer ?? undefined
  // Doubled ids are an error of the text that the canvas must bear: it shows the first of them.
  return {
    nodes: firstOfEachId([
      node(workload.id, 'workload', nodeViews.workload.facts(workload)),
      node(nodes.client.id, 'client', nodeViews.client.facts(nodes.client)),
      ...(balancer ? [node(balancer.id, 'load-balancer', nodeViews['load-balancer'].facts(balancer))] : []),
      ...nodes.servers.map((server) => node(server.id, 'server', nodeViews.server.facts(server))),
    ]),
    links: firstOfEachId(edges.map((edge) => linkOf(edge, { workload: workload.id, client: nodes.client.id }))),
  }
}

function firstOfEachId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.toReversed().map((item) => [item.id, item])).values()].toReversed()
}

function linkOf(edge: NetworkLinkSpec, ids: { readonly workload: string; readonly client: string }): GraphLink {
  const latency = formatSeconds(meanOf(edge.latency))
  const loss = edge.dropout_rate > 0 ? `${formatNumber(edge.dropout_rate * 100)} % lost` : undefined
  return {
    id: edge.id,
    source: edge.source,
    target: edge.target,
    role: edge.target === ids.client && edge.source !== ids.workload ? 'answer' : 'request',
    lines: loss === undefined ? [latency] : [latency, loss],
    label: `Edge ${edge.id} from ${edge.source} to ${edge.target}, ${latency} mean, ${loss ?? 'nothing lost'}`,
  }
}
