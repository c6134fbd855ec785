import type { Scenario } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import type { ElementRef } from '../../scenario/element'
import { paths } from '../../scenario/paths'

/** Where `element` stands in `scenario`; undefined if it is not there (any more). */
export function elementPath(element: ElementRef, scenario: Scenario): DocumentPath | undefined {
  const { nodes, edges } = scenario.topology_graph
  switch (element.kind) {
    case 'workload':
      return paths.workload
    case 'settings':
      return paths.settings
    case 'client':
      return paths.client
    case 'load-balancer':
      return nodes.load_balancer ? paths.loadBalancer : undefined
    case 'server':
      return item(
        paths.servers,
        nodes.servers.findIndex(({ id }) => id === element.id),
      )
    case 'edge':
      return item(
        paths.edges,
        edges.findIndex(({ id }) => id === element.id),
      )
    case 'event':
      return item(
        paths.events,
        (scenario.events ?? []).findIndex(({ event_id }) => event_id === element.id),
      )
    case 'endpoint':
    case 'step':
      return elementPath({ kind: 'server', id: element.server }, scenario)
  }
}

const item = (list: DocumentPath, index: number): DocumentPath | undefined => (index < 0 ? undefined : [...list, index])
