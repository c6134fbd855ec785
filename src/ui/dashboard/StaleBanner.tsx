import { useMemo } from 'react'
import type { FinishedRun } from '../../store/contracts'
import { documentOf } from '../../store/scenarioStore'
import { Button } from '../../widgets/Button'
import { openDocument } from '../document/openDocument'
import { useRun, useScenario, useStudio } from '../studio'
import styles from './DashboardPane.module.css'
import { isStale } from './stale'

/** Says that a result belongs to an older scenario or seed, and leads to either; nothing otherwise. */
export function StaleBanner({ run }: { readonly run: FinishedRun }) {
  const stores = useStudio()
  const start = useRun((store) => store.start)
  const parsed = useScenario((scenario) => scenario.parsed)
  const seed = useScenario((scenario) => scenario.seed)
  const stale = useMemo(() => isStale(run, { parsed, seed }), [run, parsed, seed])
  if (!stale) return null

  const showVersion = () => {
    const { seed, scenarioName: name } = run.result.identity
    openDocument(stores, { ...documentOf(stores.scenario.getState()), name, seed, text: run.text })
  }
  return (
    <div className={styles.banner}>
      <p>Results of an earlier version of the scenario, seed {run.result.identity.seed}.</p>
      <Button size="s" onClick={showVersion}>
        Show that version
      </Button>
      {parsed.scenario !== undefined && (
        <Button size="s" onClick={start}>
          Run again
        </Button>
      )}
    </div>
  )
}
