import { useMemo } from 'react'
import type { FinishedRun } from '../../store/contracts'
import { Button } from '../../widgets/Button'
import { useRun, useScenario } from '../studio'
import styles from './DashboardPane.module.css'
import { isStale } from './stale'

/** Says that a result belongs to an older scenario or seed; nothing otherwise. */
export function StaleBanner({ run }: { readonly run: FinishedRun }) {
  const start = useRun((store) => store.start)
  const parsed = useScenario((scenario) => scenario.parsed)
  const seed = useScenario((scenario) => scenario.seed)
  const stale = useMemo(() => isStale(run, { parsed, seed }), [run, parsed, seed])
  if (!stale) return null
  return (
    <div className={styles.banner}>
      <p>Results of an earlier version of the scenario, seed {run.result.identity.seed}.</p>
      {parsed.scenario !== undefined && (
        <Button size="s" onClick={start}>
          Update results
        </Button>
      )}
    </div>
  )
}
