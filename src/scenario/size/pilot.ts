import type { Scenario } from '../../catalog/specs'

/**
 * Whether a run is made once before, to find out how long its warm-up is. One with injected events is not: it has no
 * steady state to look for.
 */
export function needsPilot({ sim_settings: { warm_up_s: warmUp }, events }: Scenario): boolean {
  return warmUp === 'auto' && (events ?? []).length === 0
}
