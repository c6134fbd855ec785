import type { Distribution } from '../random/distributions/distribution'
import { Phase } from './phase'

/** What a server needs to know of a step to run it; every step kind is translated into this. */
export interface StepModel {
  /**
   * `hold`: the step needs a core and keeps it for its duration.
   * `sleep`: the core is given back and the request sleeps for the duration.
   * `spawn`: a wait of this duration starts in the background, the request goes on at once.
   * `pass`: the step takes no time and changes neither core nor sleep.
   */
  readonly mode: 'hold' | 'sleep' | 'spawn' | 'pass'
  /** How long it takes [s]: always the same, or a law from which every request draws its own. */
  readonly duration: number | Distribution
  /** Phase of a request that sleeps in it. */
  readonly phase: number
  /** Memory that the request holds from its entry to its answer [MB]. */
  readonly ramMb: number
  /** Sleeps on one of the server's database connections. */
  readonly usesConnection: boolean
  /** Cost of running it once [USD]. */
  readonly cost: number
}

/** A step that does nothing; kinds override what they need, so that all steps have one shape. */
export const IDLE_STEP: StepModel = {
  mode: 'pass',
  duration: 0,
  phase: Phase.IO_WAIT,
  ramMb: 0,
  usesConnection: false,
  cost: 0,
}
