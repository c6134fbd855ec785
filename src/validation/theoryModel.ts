import type { Scenario } from '../catalog/specs'
import type { GaugeName, RunResult } from '../engine/runResult'
import type { QueueObserver } from './queueObserver'

/** A scenario whose figures theory knows, and how exactly a simulation of it has to meet them. */
export interface TheoryModel {
  /** Stable name, `mm1`. */
  readonly id: string
  /** What is queued where, in words, with Kendall's notation: `M/M/1, 80 % busy`. */
  readonly title: string
  readonly scenario: Scenario
  /** Independent runs; their scatter gives the interval. At least 2, for a fair interval 10 or more. */
  readonly replications: number
  /** Beginning of each run that is left out, while the queues fill [s]. */
  readonly warmUp: number
  readonly figures: readonly TheoryFigure[]
}

/** One figure of a {@link TheoryModel}. */
export interface TheoryFigure {
  /** Within its model unique: `mean wait`. */
  readonly name: string
  /** `s`, `requests/s`, `requests`; `1` for shares and ratios. */
  readonly unit: string
  /** What theory says; not 0. */
  readonly expected: number
  /** Largest relative distance from it that counts as agreement, 0.02 for 2 %. */
  readonly tolerance: number
  /** The same with ten times as many replications; {@link tolerance} unless stated. */
  readonly aim?: number
  /** The figure in one replication. */
  readonly simulated: (replication: Replication) => number
}

/** What one run of a model gave after its warm-up. */
export interface Replication {
  /** The whole run, warm-up included. */
  readonly result: RunResult
  readonly warmUp: number
  /** Latencies of the completed requests that were generated after the warm-up, ascending [s]. */
  readonly latencies: Float64Array
  /** Who was at the servers after the warm-up, and how long they waited. */
  readonly queue: QueueObserver
  /** Time average of a gauge after the warm-up. */
  gaugeMean(component: string, metric: GaugeName): number
}

/** Whether simulation and theory agree; see `checkModel`. */
export type Verdict = 'agrees' | 'differs'

/** A figure beside what theory says of it. */
export interface FigureReport {
  readonly name: string
  readonly unit: string
  readonly expected: number
  /** Mean over the replications. */
  readonly simulated: number
  /** Confidence interval of the mean, at {@link ModelReport.confidence}. */
  readonly low: number
  readonly high: number
  /** Distance from the expected value in standard errors of the mean. */
  readonly z: number
  readonly tolerance: number
  readonly verdict: Verdict
}

export interface ModelReport {
  readonly id: string
  readonly title: string
  readonly replications: number
  /** Share of such intervals that cover the truth. */
  readonly confidence: number
  readonly figures: readonly FigureReport[]
  /** `agrees` when every figure does. */
  readonly verdict: Verdict
}
