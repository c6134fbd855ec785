import type { Scenario } from '../../catalog/specs'
import type { ScenarioState } from '../../store/contracts'
import type { ShownRun } from './shownRun'

/**
 * Whether figures, even those of a run that goes on, are of another scenario or seed than the next run would be.
 * Comments and layout do not make them so; a changed value, or another seed asked for, does.
 */
export function isStale(
  { scenario, seed }: Pick<ShownRun, 'scenario' | 'seed'>,
  next: Pick<ScenarioState, 'parsed' | 'seed'>,
): boolean {
  return scenario !== undefined && (hasOtherScenario(scenario, next.parsed) || hasOtherSeed(scenario, seed, next.seed))
}

function hasOtherScenario(run: Scenario, { scenario }: ScenarioState['parsed']): boolean {
  if (scenario === run) return false
  return scenario === undefined || JSON.stringify(scenario) !== JSON.stringify(run)
}

function hasOtherSeed(run: Scenario, seed: number, chosen: number | undefined): boolean {
  const next = run.sim_settings.seed ?? chosen
  return next !== undefined && next !== seed
}
