import type { Scenario } from '../catalog/specs'
import type { RunResult, RunView } from '../engine/runResult'

/** What the page asks the Worker to run. */
export interface RunRequest {
  readonly scenario: Scenario
  readonly scenarioName: string
  readonly seed: number
  readonly replication: number
  /** How fast simulated time may pass at first [s/s]; undefined: as fast as possible. */
  readonly pace?: number | undefined
}

/** One picture of a run in progress; the page gets at most four a second. */
export interface RunFrame {
  readonly view: RunView
  /** How fast the Worker computes; undefined while a pace is set, which says nothing of that. */
  readonly eventsPerSecond: number | undefined
  /** Wall-clock estimate of what is left [s]; undefined until it can be told. */
  readonly secondsLeft: number | undefined
}

/**
 * Why a run broke off: a broken promise of ours, simulated time that stands still under endless events, or a Worker
 * that died or stopped answering.
 */
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
  /** How fast simulated time may pass [s/s]; undefined: as fast as possible. */
  setPace(pace: number | undefined): void
  /** Ends the run within half a second, by force if the Worker does not answer. */
  cancel(): void
  /** Never rejects. */
  readonly end: Promise<RunEnd>
}

/** Runs scenarios, one at a time. */
export interface SimulationClient {
  run(request: RunRequest, onFrame: (frame: RunFrame) => void): RunHandle
}

/*
 * Between page and Worker: control by comlink calls; pictures over a message port that comes with
 * the run. The page answers each picture with an empty message (a credit), so that a slow page is
 * sent fewer pictures instead of a growing heap of them.
 */

export interface SimulationWorkerApi {
  /** Rejects when the kernel finds one of its own promises broken, or time standing still. */
  run(request: RunRequest, port: MessagePort): Promise<WorkerEnd>
  pause(): void
  resume(): void
  setPace(pace: number | undefined): void
  cancel(): void
}

export type WorkerEnd = { readonly phase: 'done' | 'cancelled'; readonly result: RunResult }

export type FrameMessage =
  | { readonly kind: 'frame'; readonly frame: RunFrame }
  | { readonly kind: 'beat'; readonly simulatedSeconds: number }
