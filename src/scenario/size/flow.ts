import type { ServerSpec } from '../../catalog/specs'
import { capacityOf } from './demand'

/** The part of a scenario that says where requests go. Its wiring is sound: no dangling ends, no cycles. */
export interface Routes {
  readonly workloadId: string
  readonly clientId: string
  readonly servers: ReadonlyMap<string, ServerSpec>
  /** `lost`: share of requests, 0…1. */
  readonly edges: readonly { readonly source: string; readonly target: string; readonly lost: number }[]
  /** Whether the load balancer sends more to servers that are quicker. */
  readonly adapts: boolean
}

/**
 * Follows a mean rate of requests along the edges, with their losses, once out from the client and until it is back
 * there. A saturated server sends on no more than it can do; the rest stays there.
 */
export class MeanFlow {
  /** Requests per second that get to each node. */
  readonly arrivals = new Map<string, number>()
  /** Requests per second that get to the end of each edge, in the order of the edges. */
  readonly deliveries: number[]
  /** Requests per second that come to saturated servers and never leave them. */
  stuck = 0
  readonly #routes: Routes

  /** @param rate requests per second that the workload sends */
  constructor(routes: Routes, rate: number) {
    this.#routes = routes
    this.deliveries = routes.edges.map(() => 0)
    this.#send(routes.workloadId, rate)
  }

  #send(from: string, rate: number): void {
    const { edges, clientId, workloadId } = this.#routes
    const leaving = [...edges.keys()].filter((index) => edges[index]!.source === from)
    const shares = this.#shares(leaving)
    for (const [position, index] of leaving.entries()) {
      const { target, lost } = edges[index]!
      const arriving = rate * shares[position]! * (1 - lost)
      if (!(arriving > 0)) continue
      this.deliveries[index]! += arriving
      if (target === clientId && from !== workloadId) continue
      this.arrivals.set(target, (this.arrivals.get(target) ?? 0) + arriving)
      const leavingTarget = Math.min(arriving, this.#capacity(target))
      this.stuck += arriving - leavingTarget
      this.#send(target, leavingTarget)
    }
  }

  /** Round robin gives every edge the same; least connection, in the long run, what each server can do. */
  #shares(leaving: readonly number[]): number[] {
    const capacities = leaving.map((index) => this.#capacity(this.#routes.edges[index]!.target))
    const total = capacities.reduce((sum, capacity) => sum + capacity, 0)
    if (!this.#routes.adapts || !(total > 0 && Number.isFinite(total))) return leaving.map(() => 1 / leaving.length)
    return capacities.map((capacity) => capacity / total)
  }

  #capacity(id: string): number {
    const server = this.#routes.servers.get(id)
    return server === undefined ? Number.POSITIVE_INFINITY : capacityOf(server)
  }
}
