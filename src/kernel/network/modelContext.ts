import type { DrawSource } from '../random/draws'
import type { Network } from './network'

/** Counts durations of one kind. */
export interface Tally {
  /** @param seconds ≥ 0 */
  add(seconds: number): void
}

/** What is counted of a server: waits for a core and stays at it, one of each per CPU burst. */
export type TallyKind = 'cpu_wait' | 'cpu_service'

/** What a model is built from, besides its own spec. */
export interface ModelContext {
  readonly network: Network
  readonly draws: DrawSource
  tally(component: string, kind: TallyKind): Tally
  /** For the time from a request's arrival at the server to its answer. */
  endpointTally(component: string, endpoint: string): Tally
}
