import type { Scenario } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import type { ElementRef } from '../../scenario/element'

/** Where `element` stands in `scenario`; undefined if it is not there (any more). */
export function elementPath(element: ElementRef, scenario: Scenario): DocumentPath | undefined {
  const { nodes, edges } = scenario.topology_graph
  switch (element.kind) {
    case 'workload':
      return ['rqs_input']
    case 'settings':
      return ['sim_settings']
    case 'client':
      return ['topology_graph', 'nodes', 'client']
    case 'load-balancer':
      return nodes.load_balancer ? ['topology_graph', 'nodes', 'load_balancer'] : undefined
    case 'server':
      return item(
        ['topology_graph', 'nodes', 'servers'],
        nodes.servers.findIndex(({ id }) => id === element.id),
      )
    case 'edge':
      return item(
        ['topology_graph', 'edges'],
        edges.findIndex(({ id }) => id === element.id),
      )
    case 'event':
      return item(
        ['events'],
        (scenario.events ?? []).findIndex(({ event_id }) => event_id === element.id),
      )
    case 'endpoint':
    case 'step':
      return elementPath({ kind: 'server', id: element.server }, scenario)
  }
}

const item = (list: DocumentPath, index: number): DocumentPath | undefined => (index < 0 ? undefined : [...list, index])
