import { useMemo } from 'react'
import type { FinishedRun } from '../../store/contracts'
import { documentOf } from '../../store/scenarioStore'
import { Button } from '../../widgets/Button'
import { openDocument } from '../document/openDocument'
import { useRun, useScenario, useStudio } from '../studio'
import styles from './DashboardPane.module.css'
import type { ShownRun } from './shownRun'
import { isStale } from './stale'

/** Says that figures belong to an older scenario or seed, and once the run has ended leads to either; nothing otherwise. */
export function StaleBanner({ run: { scenario, seed, finished } }: { readonly run: ShownRun }) {
  const start = useRun((store) => store.start)
  const parsed = useScenario((state) => state.parsed)
  const chosenSeed = useScenario((state) => state.seed)
  const stale = useMemo(
    () => isStale({ scenario, seed }, { parsed, seed: chosenSeed }),
    [scenario, seed, parsed, chosenSeed],
  )
  if (!stale) return null
  return (
    <div className={styles.banner}>
      <p>Results of an earlier version of the scenario, seed {seed}.</p>
      {finished && <ShowVersion run={finished} />}
      {finished && parsed.scenario !== undefined && (
        <Button size="s" onClick={start}>
          Run again
        </Button>
      )}
    </div>
  )
}

function ShowVersion({ run: { result, text } }: { readonly run: FinishedRun }) {
  const stores = useStudio()
  const showVersion = () => {
    const { seed, scenarioName: name } = result.identity
    openDocument(stores, { ...documentOf(stores.scenario.getState()), name, seed, text })
  }
  return (
    <Button size="s" onClick={showVersion}>
      Show that version
    </Button>
  )
}
