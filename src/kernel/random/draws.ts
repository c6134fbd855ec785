import type { Distribution } from './distributions/distribution'

/*
 * What the models draw, as contracts: in a run the draws come from named streams; a recorded run
 * can be replayed by an implementation that reads them from a tape, in the order of the calls.
 */

/** Draws of an arrival source. */
export interface ArrivalDraws {
  /** Active users in the n-th sampling window. */
  users(window: number): number
  /** The n-th gap between requests, in units of its mean. */
  gap(n: number): number
}

/** Draws of a link, for the request with this ordinal. The loss is always drawn first. */
export interface LinkDraws {
  isLost(ordinal: number): boolean
  /** Latency of the same request [s]. */
  latency(): number
}

/** Draws of a server, for the request with this ordinal. */
export interface ServerDraws {
  /** Index of the endpoint, 0 … count − 1, all equally likely. */
  endpoint(ordinal: number, count: number): number
}

/** Draws of a step whose duration follows a law. */
export interface DemandDraws {
  /** What the request with this ordinal needs [s]; the same whenever and how often it is asked. */
  of(ordinal: number): number
}

/** Where the draws of all components come from. */
export interface DrawSource {
  arrivals(component: string, users: Distribution): ArrivalDraws
  link(component: string, dropoutRate: number, latency: Distribution): LinkDraws
  server(component: string): ServerDraws
  /** @param step place of the step in its endpoint, from 0 */
  demand(component: string, endpoint: string, step: number, law: Distribution): DemandDraws
}
