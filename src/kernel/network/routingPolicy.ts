/** What a routing policy sees of one target. */
export interface Target {
  /** Requests sent to the target and not yet answered. */
  readonly outstanding: number
}

/**
 * Chooses among the targets in rotation: given in the order in which they were chosen last,
 * the one chosen longest ago first, never empty. Returns an index into them.
 */
export type RoutingPolicy = (inRotation: readonly Target[]) => number
