import type { RunEnding, RunSummary } from './runResult'

/** What a run has counted besides its summary; all of it since the end of the warm-up. */
export interface Measured {
  /** [s] */
  readonly simulatedSeconds: number
  readonly end: RunEnding
  readonly summary: RunSummary
  /** ∫ requests in the system dt [requests·s]. */
  readonly inSystemArea: number
  /** Time in the system, warm-up included, of the requests that ended since without an answer, in all [s]. */
  readonly lostTime: number
  /**
   * What the requests in flight now have spent in the system, less what those in flight at the end of the warm-up had
   * spent by then [s]: negative if there were more of them.
   */
  readonly unfinishedTime: number
  /** Requests that each server got, by its id. */
  readonly arrivals: ReadonlyMap<string, number>
}
