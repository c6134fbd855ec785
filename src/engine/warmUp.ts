import type { Scenario } from '../catalog/specs'
import { mser5 } from '../stats/mser5'
import type { WarmUp } from './runResult'

export const FROM_THE_BEGINNING: WarmUp = { seconds: 0, by: 'none' }
export const UNDECIDED: WarmUp = { seconds: 0, by: 'undecided' }

/** What a scenario says of its warm-up, as far as that is known before a run. */
export function statedWarmUp({ sim_settings: { warm_up_s: warmUp }, events }: Scenario): WarmUp {
  if (warmUp === 'auto') return (events ?? []).length > 0 ? { seconds: 0, by: 'events' } : UNDECIDED
  return warmUp > 0 ? { seconds: warmUp, by: 'stated' } : FROM_THE_BEGINNING
}

/** The same scenario, measured from its beginning. */
export function withoutWarmUp(scenario: Scenario): Scenario {
  return { ...scenario, sim_settings: { ...scenario.sim_settings, warm_up_s: 0 } }
}

/** Completed requests in the order in which they ended: when [s], and how long they took [s]. */
export interface Completions {
  readonly finish: Float64Array
  readonly latency: Float64Array
}

/** Where the steady state begins by MSER-5: when the first request ends that is kept. */
export function warmUpOf({ finish, latency }: Completions): WarmUp {
  const cut = mser5(latency)
  if (cut === undefined) return UNDECIDED
  return { seconds: cut === 0 ? 0 : finish[cut]!, by: 'mser-5' }
}
