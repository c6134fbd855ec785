import type { Scenario } from '../catalog/specs'
import type { Strain } from '../engine/attribution/strain'
import type { RunEnding } from '../engine/runResult'
import type { Variant, VariantQuestion } from '../scenario/variant'

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

/** What a variant's run gave. */
export interface VariantDone {
  readonly phase: 'done'
  readonly figures: VariantFigures
  readonly strain: Strain
  readonly end: RunEnding
}

export type VariantEnd =
  | VariantDone
  | { readonly phase: 'failed'; readonly reason: string }
  | { readonly phase: 'cancelled' }

/** Control of one variant's run. */
export interface VariantHandle {
  /** Ends it at once. */
  cancel(): void
  /** Never rejects. */
  readonly end: Promise<VariantEnd>
}

/** Prepares and runs variants; who runs more than `size` at a time gets more Workers than cores. */
export interface WhatIfPool {
  readonly size: number
  /** Reads a variant, in a Worker of its own, since large texts take long. Never rejects. */
  prepare(question: VariantQuestion): Promise<Variant>
  run(request: VariantRequest): VariantHandle
  /** Ends the Workers that do not run a variant. */
  release(): void
}

/** What the Worker that prepares does. */
export interface PlanWorkerApi {
  prepare(question: VariantQuestion): Variant
}

/** What the Workers that run do. */
export interface WhatIfWorkerApi {
  run(request: VariantRequest): VariantDone
}
