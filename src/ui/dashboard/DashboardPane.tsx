import { useMemo } from 'react'
import { FailureCard } from '../run/FailureCard'
import { useRun } from '../studio'
import styles from './DashboardPane.module.css'
import { EmptyResults } from './EmptyResults'
import { Results } from './Results'
import { StaleBanner } from './StaleBanner'
import { shownRun } from './shownRun'

/** The results pane: what the run in progress, or else the newest one, has shown. */
export function DashboardPane() {
  const state = useRun((run) => run.state)
  const lastRun = useRun((run) => run.lastRun)
  const shownScenario = useRun((run) => run.shownScenario)
  const shown = useMemo(() => shownRun({ state, lastRun, shownScenario }), [state, lastRun, shownScenario])

  return (
    <div className={styles.pane}>
      {state.phase === 'failed' && <FailureCard failure={state.failure} />}
      {shown !== undefined && !shown.live && <StaleBanner />}
      {shown === undefined ? (
        state.phase !== 'failed' && <EmptyResults phase={state.phase} />
      ) : (
        <Results key={shown.view.horizon} run={shown} />
      )}
    </div>
  )
}
