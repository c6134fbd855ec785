import type { Scenario } from '../catalog/specs'
import type { RunResult, RunView } from '../engine/runResult'

/** What the page asks the Worker to run. */
export interface RunRequest {
  readonly scenario: Scenario
  readonly scenarioName: string
  readonly seed: number
  readonly replication: number
}

/** One picture of a run in progress; the page gets at most four a second. */
export interface RunFrame {
  readonly view: RunView
  readonly eventsPerSecond: number
  /** Wall-clock estimate of what is left [s]; undefined until it can be told. */
  readonly secondsLeft: number | undefined
}

/** Why a run broke off: a defect of ours, or a Worker that died or stopped answering. */
export interface RunFailure {
  readonly code: 'invariant' | 'worker-died' | 'worker-silent'
  readonly message: string
  /** Simulated time that was reached [s]. */
  readonly simulatedSeconds: number
  readonly seed: number
}

export type RunEnd =
  | { readonly phase: 'done'; readonly result: RunResult }
  | { readonly phase: 'cancelled'; readonly result: RunResult | undefined }
  | { readonly phase: 'failed'; readonly failure: RunFailure }

/** Control of one run. Every call is safe in every phase; a call that does not fit is ignored. */
export interface RunHandle {
  pause(): void
  resume(): void
  /** Ends the run within half a second, by force if the Worker does not answer. */
  cancel(): void
  /** Never rejects. */
  readonly end: Promise<RunEnd>
}
