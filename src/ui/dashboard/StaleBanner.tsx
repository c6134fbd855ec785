import { useMemo } from 'react'
import { ensureExists } from '../../base/assert'
import { Button } from '../../widgets/Button'
import { useRun, useScenario } from '../studio'
import styles from './DashboardPane.module.css'
import { isStale } from './stale'

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
