import type { Scenario } from '../catalog/specs'
import { mser5 } from '../stats/mser5'
import type { Intervals } from './intervals'
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

/**
 * Where the steady state begins by MSER-5, from the number in the system over the intervals of a run that is measured from
 * its beginning. Not from latencies: requests that sleep long take as long at the beginning as later, while the system
 * still fills.
 */
export function warmUpOf({ ends, inSystem }: Intervals): WarmUp {
  const cut = mser5(inSystem.mean)
  if (cut === undefined) return UNDECIDED
  return { seconds: cut === 0 ? 0 : ends[cut - 1]!, by: 'mser-5' }
}
