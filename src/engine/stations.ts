import type { Scenario } from '../catalog/specs'

/** Who stands at an address of the simulation of a scenario. */
export interface StationName {
  readonly kind: 'edge' | 'workload' | 'server' | 'events'
  /** Id in the scenario; empty for its events, which share a station. */
  readonly id: string
}

/** Names of the stations by their addresses: the order in which `assemble` makes them. */
export function stationsOf({ rqs_input, topology_graph: { edges, nodes } }: Scenario): StationName[] {
  return [
    ...edges.map(({ id }): StationName => ({ kind: 'edge', id })),
    { kind: 'workload', id: rqs_input.id },
    ...nodes.servers.map(({ id }): StationName => ({ kind: 'server', id })),
    { kind: 'events', id: '' },
  ]
}
