/** What a routing policy sees of one target. */
export interface Target<Self> {
  /** Requests sent to the target and not yet answered. */
  readonly outstanding: number
  /** The target in rotation that was chosen next longest ago; undefined for the one chosen last. */
  readonly next: Self | undefined
}

/** Chooses a target in rotation. Given the one chosen longest ago; the others follow by `next`. */
export type RoutingPolicy = <T extends Target<T>>(first: T) => T
