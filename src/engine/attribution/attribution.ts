/*
 * What held a run back, as plain data. How it is found: docs/attribution.md.
 */

/** What can hold requests back. `balancing`: others had room for what this one could not do. */
export type Cause = 'cpu' | 'ram' | 'db_pool' | 'io' | 'network' | 'loss' | 'outage' | 'balancing'

/** The resources of a server that requests can wait for. */
export type WaitedFor = 'cpu' | 'ram' | 'db_pool'

/** What held the run back, and from when on. */
export interface Bottleneck {
  /** Id of the server, edge or load balancer. */
  readonly component: string
  readonly resource: Cause
  readonly sinceSeconds: number
}

/** A stretch of time in which a resource kept requests waiting. */
export interface Saturation {
  readonly component: string
  readonly resource: WaitedFor
  /** [s] */
  readonly from: number
  readonly to: number
  /** Part of their time in the system for which the requests that passed here waited for it, 0 … 1. */
  readonly share: number
}

/** Utilisation, saturation and errors of one resource (Gregg's USE method). */
export interface UseRow {
  readonly component: string
  readonly resource: WaitedFor | 'network'
  /** Part of the capacity in use on average, 0 … 1; null where nothing limits it. */
  readonly utilisation: number | null
  /** Requests waiting on average and at most; of an edge: on their way. */
  readonly saturation: { readonly mean: number; readonly max: number }
  /** Requests lost. */
  readonly errors: number
}

/** How much more load the fullest resource can take. */
export interface Headroom {
  /** Times the present load, at which its offered load reaches 1. */
  readonly factor: number
  readonly component: string
  readonly resource: WaitedFor
}

/** Mean latency outside the stretch that the bottleneck held back, and in it [s]; null without completions. */
export interface Effect {
  readonly before: number | null
  readonly during: number | null
}

export interface Attribution {
  /** Null when nothing held the run back. */
  readonly bottleneck: Bottleneck | null
  readonly effect: Effect | null
  /** In the order in which they began. */
  readonly saturations: readonly Saturation[]
  readonly use: readonly UseRow[]
  /** Null when no resource was asked for anything. */
  readonly headroom: Headroom | null
  /** What happened, in at most five sentences. */
  readonly verdict: readonly string[]
}
