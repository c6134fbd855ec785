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

/** Paths of a document, among which one finds its relatives quickly. */
export class PathSet {
  readonly #paths = new Set<string>()
  readonly #prefixes = new Set<string>()

  add(path: DocumentPath): void {
    this.#paths.add(JSON.stringify(path))
    for (let length = path.length; length >= 0; length--) this.#prefixes.add(JSON.stringify(path.slice(0, length)))
  }

  /** Whether `path` or something below it is in the set. */
  hasBelow(path: DocumentPath): boolean {
    return this.#prefixes.has(JSON.stringify(path))
  }

  /** Whether `path`, something below it or something above it is in the set. */
  touches(path: DocumentPath): boolean {
    return this.hasBelow(path) || path.some((_, length) => this.#paths.has(JSON.stringify(path.slice(0, length))))
  }
}
