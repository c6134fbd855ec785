import type { EdgeFact, Facts } from '../facts'

/** Who can send to whom, as written. */
export class Topology {
  readonly #outgoing = new Map<string, EdgeFact[]>()
  readonly #reached: ReadonlySet<string>
  readonly #clientId: string | undefined
  readonly #edges: readonly EdgeFact[]

  constructor({ edges, nodes, workloadId }: Facts) {
    this.#edges = edges
    this.#clientId = nodes.find(({ kind }) => kind === 'client')?.id
    for (const edge of edges) this.#outgoing.set(edge.source, [...this.outgoing(edge.source), edge])
    const reached = new Set(workloadId === undefined ? [] : [workloadId])
    for (const id of reached) for (const { target } of this.outgoing(id)) reached.add(target)
    this.#reached = reached
  }

  /** Edges that leave a node, in the order of the text. */
  outgoing(id: string): readonly EdgeFact[] {
    return this.#outgoing.get(id) ?? []
  }

  /** Whether requests of the workload can get to a node. */
  isReached(id: string): boolean {
    return this.#reached.has(id)
  }

  /** Edges that lead back to where requests have been, without passing the client. */
  closingEdges(): EdgeFact[] {
    const closing: EdgeFact[] = []
    const done = new Set<string>()
    const onPath = new Set<string>()
    const visit = (id: string): void => {
      onPath.add(id)
      for (const edge of this.#inner(id)) {
        if (onPath.has(edge.target)) closing.push(edge)
        else if (!done.has(edge.target)) visit(edge.target)
      }
      onPath.delete(id)
      done.add(id)
    }
    for (const { source } of this.#edges) if (source !== this.#clientId && !done.has(source)) visit(source)
    return closing.filter(({ source, target }) => source !== target)
  }

  /** Edges that leave a node and do not end at the client. */
  #inner(id: string): readonly EdgeFact[] {
    return this.outgoing(id).filter(({ target }) => target !== this.#clientId)
  }
}
