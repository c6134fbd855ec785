import type { Scenario } from '../catalog/specs'
import type { RunEnding } from '../engine/runResult'

/** A run of a scenario that differs from the person's in one value. */
export interface VariantRequest {
  readonly scenario: Scenario
  readonly seed: number
}

/** Figures of a variant that can be drawn against the value; null where no request counts. */
export interface VariantFigures {
  /** Of the latencies of completed requests [s]. */
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
  readonly mean: number | null
  /** Completed requests per second of simulated time. */
  readonly throughput: number
  /** Share of the ended requests that completed, 0…1. */
  readonly completedShare: number | null
}

export type VariantEnd =
  | { readonly phase: 'done'; readonly figures: VariantFigures; readonly end: RunEnding }
  | { readonly phase: 'failed'; readonly reason: string }
  | { readonly phase: 'cancelled' }

/** Control of one variant's run. */
export interface VariantHandle {
  /** Ends it at once. */
  cancel(): void
  /** Never rejects. */
  readonly end: Promise<VariantEnd>
}

/** Runs variants beside each other; who asks for more than `size` at a time gets more Workers than cores. */
export interface WhatIfPool {
  readonly size: number
  run(request: VariantRequest): VariantHandle
  /** Ends the Workers that have nothing to do. */
  release(): void
}

/** What the Worker does for the pool. */
export interface WhatIfWorkerApi {
  run(request: VariantRequest): Extract<VariantEnd, { phase: 'done' }>
}
