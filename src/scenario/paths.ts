import type { DocumentPath } from './diagnostic'

/** Where the parts of a scenario stand in the document. */
export const paths = {
  workload: ['rqs_input'],
  client: ['topology_graph', 'nodes', 'client'],
  loadBalancer: ['topology_graph', 'nodes', 'load_balancer'],
  servers: ['topology_graph', 'nodes', 'servers'],
  edges: ['topology_graph', 'edges'],
  covered: ['topology_graph', 'nodes', 'load_balancer', 'server_covered'],
  events: ['events'],
  objectives: ['slos'],
  settings: ['sim_settings'],
} as const satisfies Record<string, DocumentPath>

/** Whether `path` is `prefix` or lies below it. */
export function startsWith(path: DocumentPath, prefix: DocumentPath): boolean {
  return prefix.every((part, index) => path[index] === part)
}
