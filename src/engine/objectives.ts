import type { ObjectiveSpec, ServerSpec } from '../catalog/specs'
import { Outcome } from '../kernel/network/outcome'
import type { Requests } from '../kernel/network/requests'

/** How a service level objective fared. */
export interface ObjectiveResult {
  readonly id: string
  readonly kind: ObjectiveSpec['kind']
  /** Share of the requests that was to be good, 0 … 1. */
  readonly target: number
  /** Requests that counted, and those of them that were good. */
  readonly valid: number
  readonly good: number
  /** Whether the share was reached; null when no request counted. */
  readonly met: boolean | null
  /** Share of bad requests, over the share that may be bad: above 1 the budget is spent faster than it may be. */
  readonly burnRate: number | null
  /** What is used up of the error budget of the objective's window, or of the run; 1 is all of it. */
  readonly budgetUsed: number | null
}

/** A server as an objective knows it. */
export interface Visited {
  readonly spec: Pick<ServerSpec, 'endpoints'>
  /** Where the kernel keeps it; see `Requests.server`. */
  readonly address: number
}

/** Counts the requests that are good for one objective. */
export class ObjectiveCounter {
  valid = 0
  good = 0
  /** By address of the server: which of its endpoints count; undefined if all do. */
  private readonly counting: readonly (readonly boolean[])[] | undefined

  constructor(
    readonly spec: ObjectiveSpec,
    servers: readonly Visited[],
  ) {
    const endpoint = spec.kind === 'latency' ? spec.endpoint : undefined
    if (endpoint === undefined) return
    const counting: boolean[][] = []
    for (const { spec, address } of servers) {
      counting[address] = spec.endpoints.map(({ endpoint_name: name }) => name === endpoint)
    }
    this.counting = counting
  }

  /** A request has ended after `latency` [s]. */
  ended(requests: Requests, slot: number, latency: number, outcome: number): void {
    const { spec, counting } = this
    const isCompleted = outcome === Outcome.COMPLETED
    if (spec.kind === 'availability') {
      this.valid++
      if (isCompleted) this.good++
      return
    }
    if (!isCompleted) return
    if (counting !== undefined && !counting[requests.server[slot]!]?.[requests.endpoint[slot]!]) return
    this.valid++
    if (latency <= spec.threshold_s) this.good++
  }

  /** Begins to count anew. */
  reset(): void {
    this.valid = 0
    this.good = 0
  }

  /** @param seconds for how long was counted */
  result(seconds: number): ObjectiveResult {
    const { spec, valid, good } = this
    const { id, kind, target, window_s: window = seconds } = spec
    if (valid === 0) return { id, kind, target, valid, good, met: null, burnRate: null, budgetUsed: null }
    const burnRate = (valid - good) / valid / (1 - target)
    const budgetUsed = (burnRate * seconds) / window
    return { id, kind, target, valid, good, met: good >= target * valid, burnRate, budgetUsed }
  }
}
