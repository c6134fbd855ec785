/** What a server needs to know of a step to run it; every step kind is translated into this. */
export interface StepModel {
  /**
   * `hold`: the step needs a core and keeps it for its duration.
   * `sleep`: the core is given back and the request sleeps for the duration.
   * `pass`: the step takes no time and changes neither core nor sleep.
   */
  readonly mode: 'hold' | 'sleep' | 'pass'
  /** How long it holds or sleeps [s]. */
  readonly duration: number
  /** Memory that the request holds from its entry to its answer [MB]. */
  readonly ramMb: number
  /** Sleeps on one of the server's database connections. */
  readonly usesConnection: boolean
  /** Starts a wait of this length in the background [s]; 0 for none. */
  readonly backgroundDuration: number
  /** Cost of running it once [USD]. */
  readonly cost: number
}

/** A step that does nothing; kinds override what they need, so that all steps have one shape. */
export const IDLE_STEP: StepModel = {
  mode: 'pass',
  duration: 0,
  ramMb: 0,
  usesConnection: false,
  backgroundDuration: 0,
  cost: 0,
}
