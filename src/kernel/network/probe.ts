/** Who listens to a run. The models report facts and never know what becomes of them. */
export interface Probe {
  generated(now: number): void
  /** A request left the system. `outcome` as in `Outcome`. */
  ended(ordinal: number, born: number, now: number, outcome: number): void
  /** Money was spent [USD]. */
  spent(usd: number): void
}
