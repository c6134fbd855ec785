import type { Scenario } from '../catalog/specs'
import type { RunResult } from '../engine/runResult'

/** A finished or cancelled run and the text it belongs to. */
export interface FinishedRun {
  /** Tells runs apart, also from day to day. */
  readonly id: string
  readonly result: RunResult
  readonly text: string
  readonly scenario: Scenario
}
