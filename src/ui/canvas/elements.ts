import type { ElementRef } from '../../scenario/element'
import type { Graph, GraphNode } from './graph'

/** What is selected when a person picks this card. */
export function elementOfNode({ id, kind }: GraphNode): ElementRef {
  return kind === 'server' ? { kind, id } : { kind }
}

/** Id of the card that shows `element`; endpoints and steps show on their server. */
export function nodeIdOf(element: ElementRef | undefined, graph: Graph): string | undefined {
  switch (element?.kind) {
    case 'server':
      return element.id
    case 'endpoint':
    case 'step':
      return element.server
    case 'workload':
    case 'client':
    case 'load-balancer':
      return graph.nodes.find(({ kind }) => kind === element.kind)?.id
    default:
      return undefined
  }
}

export function linkIdOf(element: ElementRef | undefined): string | undefined {
  return element?.kind === 'edge' ? element.id : undefined
}
