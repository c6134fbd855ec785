import type { Scenario } from '../../catalog/specs'
import { type Edit, scenarioEdits } from '../../scenario/edit'
import type { ElementRef } from '../../scenario/element'

/** What deleting an element means: how, and what goes with it. */
export interface Deletion {
  /** The thing, as a sentence names it: `server srv-1`. */
  readonly what: string
  /** Edges and events that cannot stay without it. */
  readonly along: readonly string[]
  readonly edit: (text: string) => Edit
}

/** How to delete `element`; undefined for what every scenario must have and for parts that the form removes. */
export function deletionOf(element: ElementRef | undefined, scenario: Scenario): Deletion | undefined {
  const { nodes, edges } = scenario.topology_graph
  const events = scenario.events ?? []
  const eventsOn = (ids: readonly string[]) =>
    events.filter(({ target_id }) => ids.includes(target_id)).map(({ event_id }) => `event ${event_id}`)
  const node = (id: string, what: string): Deletion => {
    const lost = edges.filter(({ source, target }) => source === id || target === id).map((edge) => edge.id)
    return {
      what,
      along: [...lost.map((edge) => `edge ${edge}`), ...eventsOn([id, ...lost])],
      edit: (text) => scenarioEdits.removeNode(text, id),
    }
  }
  switch (element?.kind) {
    case 'server':
      return node(element.id, `server ${element.id}`)
    case 'load-balancer':
      return nodes.load_balancer ? node(nodes.load_balancer.id, `load balancer ${nodes.load_balancer.id}`) : undefined
    case 'edge':
      return {
        what: `edge ${element.id}`,
        along: eventsOn([element.id]),
        edit: (text) => scenarioEdits.removeEdge(text, element.id),
      }
    default:
      return undefined
  }
}
