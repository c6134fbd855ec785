/** Relations that hold for every run, or for models that theory has solved: a check of the figures from outside. */
export interface Sanity {
  readonly littlesLaw: LittlesLaw
  readonly loads: readonly OfferedLoad[]
  readonly closedForms: readonly ClosedForm[]
}

/**
 * Little's law, L = λW, over the time T since the end of the warm-up: L = {@link product} + {@link lost} +
 * {@link unfinished} exactly, whatever the scenario. The two last are there since W is the latency of completed requests
 * only, and all of it, although some were under way when T began.
 */
export interface LittlesLaw {
  /** L: requests in the system on average over T, integrated. */
  readonly inSystem: number
  /** λ·W: requests per second that completed in T, times their mean latency. */
  readonly product: number
  /** What requests add that were lost in T or found no server up. */
  readonly lost: number
  /**
   * What requests add that were in flight at the end of T, less what those in flight at its beginning had spent by then:
   * negative if there were more of them.
   */
  readonly unfinished: number
}

/** Work that came to a resource over what it can do. */
export interface OfferedLoad {
  readonly component: string
  readonly resource: 'cpu' | 'ram' | 'db_pool'
  /** ρ: arrivals seen, times what the mean request occupies and for how long, over the capacity. */
  readonly offered: number
  /** Share of the capacity that was in use on average; of memory only. */
  readonly used?: number
}

/** A figure that theory knows, beside the simulated one. */
export interface ClosedForm {
  readonly component: string
  /** Kendall's notation. */
  readonly model: 'M/M/1' | 'M/M/c' | 'M/D/1' | 'M/D/c' | 'M/G/1' | 'M/G/c' | 'M/G/∞'
  /** `core_wait`: mean wait for a core, per CPU burst [s]. `asleep`: mean number of requests asleep in I/O. */
  readonly quantity: 'core_wait' | 'asleep'
  readonly theory: number
  readonly simulated: number
  /** Why the model's assumptions do not hold exactly; none: the formula applies. */
  readonly reasons: readonly string[]
}
