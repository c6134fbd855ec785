import { useMemo } from 'react'
import { ensureExists } from '../../base/assert'
import type { FinishedRun, ScenarioState } from '../../store/contracts'
import { Button } from '../../widgets/Button'
import { useRun, useScenario } from '../studio'
import styles from './DashboardPane.module.css'

/** Says that the results on show belong to an older scenario or seed; nothing otherwise. */
export function StaleBanner() {
  const lastRun = useRun((run) => run.lastRun)
  const start = useRun((run) => run.start)
  const parsed = useScenario((scenario) => scenario.parsed)
  const seed = useScenario((scenario) => scenario.seed)
  const stale = useMemo(() => lastRun !== undefined && isStale(lastRun, { parsed, seed }), [lastRun, parsed, seed])
  if (!stale) return null
  return (
    <div className={styles.banner}>
      <p>Results of an earlier version of the scenario, seed {ensureExists(lastRun, 'run').result.identity.seed}.</p>
      {parsed.scenario !== undefined && (
        <Button size="s" onClick={start}>
          Update results
        </Button>
      )}
    </div>
  )
}

/** Comments and layout do not make results old; a changed value, or another seed asked for, does. */
export function isStale(run: FinishedRun, { parsed, seed }: Pick<ScenarioState, 'parsed' | 'seed'>): boolean {
  if (parsed.text === run.text) return hasOtherSeed(run, seed)
  if (parsed.scenario === undefined) return true
  return JSON.stringify(parsed.scenario) !== JSON.stringify(run.scenario) || hasOtherSeed(run, seed)
}

function hasOtherSeed({ scenario, result }: FinishedRun, chosen: number | undefined): boolean {
  const next = scenario.sim_settings.seed ?? chosen
  return next !== undefined && next !== result.identity.seed
}
