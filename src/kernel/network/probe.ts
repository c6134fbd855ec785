import type { Requests } from './requests'

/** Who listens to a run. The models report facts and never know what becomes of them. */
export interface Probe {
  generated(now: number): void
  /** The request in this slot leaves the system; its columns are whole for the last time. `outcome` as in `Outcome`. */
  ended(requests: Requests, slot: number, now: number, outcome: number): void
  /** Money was spent [USD]. */
  spent(usd: number): void
}
