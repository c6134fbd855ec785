import { lazy, Suspense, useEffect, useMemo } from 'react'
import { formatClock, formatCompact } from '../../base/format'
import { FailureCard } from '../run/FailureCard'
import { MaximizeButton } from '../shell/MaximizeButton'
import { useRun } from '../studio'
import styles from './DashboardPane.module.css'
import { EmptyResults } from './EmptyResults'
import { StaleBanner } from './StaleBanner'
import { type ShownRun, shownRun } from './shownRun'

/** The charting library is a third of the page's code and draws nothing before the first run. */
const loadResults = () => import('./Results')
const Results = lazy(async () => ({ default: (await loadResults()).Results }))

/** The results pane: what the run in progress, or else the newest one, has shown. */
export function DashboardPane() {
  const state = useRun((run) => run.state)
  const lastRun = useRun((run) => run.lastRun)
  const shownScenario = useRun((run) => run.shownScenario)
  const shown = useMemo(() => shownRun({ state, lastRun, shownScenario }), [state, lastRun, shownScenario])

  // Fetched while the person looks around, so that the first run does not wait for it.
  useEffect(() => {
    const timer = setTimeout(loadResults, 1000)
    return () => clearTimeout(timer)
  }, [])

  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <h2>Results</h2>
        {shown && <p className={styles.facts}>{factsOf(shown)}</p>}
        <MaximizeButton pane="dashboard" />
      </header>
      {state.phase === 'failed' && <FailureCard failure={state.failure} />}
      {shown !== undefined && !shown.live && <StaleBanner />}
      {shown === undefined ? (
        state.phase !== 'failed' && <EmptyResults phase={state.phase} />
      ) : (
        <Suspense fallback={<EmptyResults phase={state.phase} />}>
          <Results key={shown.view.horizon} run={shown} />
        </Suspense>
      )}
    </div>
  )
}

/** How far the run went, how much that was, and the seed that makes it again. */
function factsOf({ view, seed }: ShownRun): string {
  return `${formatClock(view.simulatedSeconds)} simulated, ${formatCompact(view.events)} events, seed ${seed}`
}
