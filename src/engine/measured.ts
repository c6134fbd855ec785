import type { RunEnding, RunSummary } from './runResult'

/** What a run has counted besides its summary. */
export interface Measured {
  /** [s] */
  readonly simulatedSeconds: number
  readonly end: RunEnding
  readonly summary: RunSummary
  /** ∫ requests in the system dt [requests·s]. */
  readonly inSystemArea: number
  /** Time in the system of requests that did not complete, and of those in flight, in all [s]. */
  readonly lostTime: number
  readonly unfinishedTime: number
  /** Requests that each server got. */
  readonly arrivals: ReadonlyMap<string, number>
}
