import type { FinishedRun, ScenarioState } from '../../store/contracts'

/** Whether results are old. Comments and layout do not make them so; a changed value, or another seed asked for, does. */
export function isStale(run: FinishedRun, { parsed, seed }: Pick<ScenarioState, 'parsed' | 'seed'>): boolean {
  return hasOtherScenario(run, parsed) || hasOtherSeed(run, seed)
}

function hasOtherScenario(run: FinishedRun, { text, scenario }: ScenarioState['parsed']): boolean {
  if (text === run.text) return false
  return scenario === undefined || JSON.stringify(scenario) !== JSON.stringify(run.scenario)
}

function hasOtherSeed({ scenario, result }: FinishedRun, chosen: number | undefined): boolean {
  const next = scenario.sim_settings.seed ?? chosen
  return next !== undefined && next !== result.identity.seed
}
