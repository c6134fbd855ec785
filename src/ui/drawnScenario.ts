import type { Scenario } from '../catalog/specs'
import type { ScenarioState } from '../store/contracts'

/**
 * What canvas and inspector show. `current`: the text as it is; `faulty`: the text as it is, with errors across
 * fields (it can be drawn and edited, not run); `outdated`: the newest text that could be read.
 */
export type Freshness = 'current' | 'faulty' | 'outdated'

export function selectDrawn({ parsed, lastValid }: ScenarioState): Scenario | undefined {
  return parsed.drawable ?? lastValid
}

export function selectFreshness({ parsed }: ScenarioState): Freshness {
  if (parsed.scenario) return 'current'
  return parsed.drawable ? 'faulty' : 'outdated'
}
