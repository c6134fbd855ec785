import { between, delayed, type Stretch, shareOf, summed, throttled } from './stretch'

/** The part of a scenario that says where requests go. Its wiring is sound: no dangling ends, no cycles. */
export interface Routes {
  readonly workloadId: string
  readonly clientId: string
  readonly servers: ReadonlyMap<string, ServerFlow>
  readonly edges: readonly EdgeFlow[]
  /** Whether the load balancer sends more to servers that are quicker. */
  readonly adapts: boolean
}

export interface ServerFlow {
  /** Requests that it can answer, or Infinity [1/s]. */
  readonly capacity: number
  /** How long it keeps a request that waits for nothing [s]. */
  readonly stay: number
}

export interface EdgeFlow {
  readonly source: string
  readonly target: string
  /** Share of requests, 0…1. */
  readonly lost: number
  /** [s] */
  readonly latency: number
  readonly spikes: readonly (Period & { readonly added: number })[]
  /** When the load balancer does not send over it. */
  readonly outages: readonly Period[]
}

interface Period {
  /** [s] */
  readonly start: number
  /** [s] */
  readonly end: number
}

/**
 * Follows a mean rate of requests along the edges, with their losses and latencies, once out from the client and until
 * it is back there. A saturated server sends on no more than it can do; the rest waits there. What would come after the
 * horizon does not come.
 */
export class MeanFlow {
  /** Requests that the workload sends. */
  readonly sent: readonly Stretch[]
  /** Requests that are answered, or fail. */
  readonly ended: Stretch[] = []
  /** Requests that get to the end of each edge, in the order of the edges. */
  readonly deliveries: readonly Stretch[][]
  /** Requests that get to each node. */
  readonly arrivals = new Map<string, Stretch[]>()
  /** Requests that each server begins with, as if all waits came first. */
  readonly begun = new Map<string, Stretch[]>()
  readonly #routes: Routes
  readonly #horizon: number
  /** Indices of the edges that leave each node. */
  readonly #edgesFrom = new Map<string, number[]>()

  /**
   * @param rate requests per second that the workload sends
   * @param horizon end of the run [s]
   */
  constructor(routes: Routes, rate: number, horizon: number) {
    this.#routes = routes
    this.#horizon = horizon
    this.deliveries = routes.edges.map(() => [])
    this.sent = [{ from: 0, to: horizon, rate }]
    for (const [index, { source }] of routes.edges.entries())
      this.#edgesFrom.set(source, [...(this.#edgesFrom.get(source) ?? []), index])
    for (const id of this.#nodesOnTheWay()) this.#send(id, this.#leaving(id))
  }

  /** Nodes that requests get to, each after all that send to it. */
  #nodesOnTheWay(): string[] {
    const done = new Set<string>()
    const visit = (id: string): void => {
      if (done.has(id)) return
      for (const index of this.#edgesFrom.get(id) ?? [])
        if (!this.#isAnswer(index)) visit(this.#routes.edges[index]!.target)
      done.add(id)
    }
    visit(this.#routes.workloadId)
    return [...done].toReversed()
  }

  /** Whether what gets to the end of an edge has ended. */
  #isAnswer(index: number): boolean {
    const { clientId, workloadId, edges } = this.#routes
    return edges[index]!.target === clientId && edges[index]!.source !== workloadId
  }

  #leaving(id: string): readonly Stretch[] {
    if (id === this.#routes.workloadId) return this.sent
    const arrivals = summed(this.arrivals.get(id) ?? [])
    this.arrivals.set(id, arrivals)
    const server = this.#routes.servers.get(id)
    if (server === undefined) return arrivals
    const begun = throttled(arrivals, server.capacity, this.#horizon)
    this.begun.set(id, begun)
    return delayed(begun, server.stay, this.#horizon)
  }

  #send(id: string, leaving: readonly Stretch[]): void {
    const { edges } = this.#routes
    const all = this.#edgesFrom.get(id) ?? []
    for (const { start, end } of this.#periods(all.flatMap((index) => edges[index]!.outages))) {
      const part = between(leaving, start, end)
      const open = all.filter((index) => during(edges[index]!.outages, start).length === 0)
      if (open.length === 0) this.ended.push(...part)
      const shares = this.#shares(open)
      for (const [position, index] of open.entries()) this.#deliver(index, shareOf(part, shares[position]!))
    }
  }

  #deliver(index: number, sent: readonly Stretch[]): void {
    const { target, lost, latency, spikes } = this.#routes.edges[index]!
    this.ended.push(...shareOf(sent, lost))
    for (const { start, end } of this.#periods(spikes)) {
      const added = during(spikes, start).reduce((sum, spike) => sum + spike.added, 0)
      const part = shareOf(between(sent, start, end), 1 - lost)
      const delivered = delayed(part, latency + added, this.#horizon)
      this.deliveries[index]!.push(...delivered)
      if (this.#isAnswer(index)) this.ended.push(...delivered)
      else this.arrivals.set(target, [...(this.arrivals.get(target) ?? []), ...delivered])
    }
  }

  /** Parts of the run in which nothing begins or ends. */
  #periods(happening: readonly Period[]): Period[] {
    const borders = new Set([0, this.#horizon, ...happening.flatMap(({ start, end }) => [start, end])])
    const sorted = [...borders].toSorted((a, b) => a - b)
    return sorted.slice(1).map((end, index) => ({ start: sorted[index]!, end }))
  }

  /** Round robin gives every edge the same; least connection, in the long run, what each server can do. */
  #shares(leaving: readonly number[]): number[] {
    const capacities = leaving.map((index) => this.#capacity(this.#routes.edges[index]!.target))
    const total = capacities.reduce((sum, capacity) => sum + capacity, 0)
    if (!this.#routes.adapts || !(total > 0 && Number.isFinite(total))) return leaving.map(() => 1 / leaving.length)
    return capacities.map((capacity) => capacity / total)
  }

  #capacity(id: string): number {
    return this.#routes.servers.get(id)?.capacity ?? Number.POSITIVE_INFINITY
  }
}

function during<T extends Period>(happening: readonly T[], time: number): T[] {
  return happening.filter(({ start, end }) => start <= time && time < end)
}
