import { type ComponentProps, Suspense, use, useEffect } from 'react'
import { formatClock, formatCompact } from '../../base/format'
import type { RunPhase } from '../../store/contracts'
import { FailureCard } from '../run/FailureCard'
import { runProgress } from '../run/runProgress'
import { RunsButton } from '../runs/RunsButton'
import { MaximizeButton } from '../shell/MaximizeButton'
import { useRun, useStudio } from '../studio'
import styles from './DashboardPane.module.css'
import { EmptyResults } from './EmptyResults'
import { StaleBanner } from './StaleBanner'
import type { ShownRun } from './shownRun'
import { UnstableBanner } from './UnstableBanner'
import { useShownRun } from './useShownRun'

type ResultsModule = typeof import('./Results')

let loading: Promise<ResultsModule> | undefined
let loaded: ResultsModule | undefined

/** The charting library is a third of the page's code and draws nothing before the first run. */
function loadResults(): Promise<ResultsModule> {
  loading ??= import('./Results').then((module) => {
    loaded = module
    return module
  })
  return loading
}

/** The results, as soon as their code is there. `lazy` would suspend once even when it was fetched long ago. */
function LoadedResults(props: ComponentProps<ResultsModule['Results']>) {
  const { Results } = loaded ?? use(loadResults())
  return <Results {...props} />
}

/** The results pane: what the run in progress, or else the newest one, has shown. */
export function DashboardPane() {
  const state = useRun((run) => run.state)
  const shown = useShownRun()

  // Fetched and warmed up while the person looks around, so that the first run does not wait for it.
  const { run } = useStudio()
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { warmUpCharts } = await loadResults()
      if (run.getState().state.phase === 'idle') await warmUpCharts()
    }, 1000)
    return () => clearTimeout(timer)
  }, [run])

  return (
    <div className={styles.pane}>
      <header className={styles.head}>
        <h2>Results</h2>
        <p className={styles.facts}>{factsOf(state, shown)}</p>
        <RunsButton />
        <MaximizeButton pane="dashboard" />
      </header>
      {state.phase === 'failed' && <FailureCard failure={state.failure} />}
      {shown?.finished && <UnstableBanner result={shown.finished.result} />}
      {shown && <StaleBanner run={shown} />}
      {shown === undefined ? (
        state.phase !== 'failed' && <EmptyResults phase={state.phase} />
      ) : (
        <Suspense fallback={<EmptyResults phase={state.phase} />}>
          <LoadedResults key={shown.view.horizon} run={shown} />
        </Suspense>
      )}
    </div>
  )
}

/** How far the run is, or how much it was, and the seed that makes it again. */
function factsOf(state: RunPhase, shown: ShownRun | undefined): string {
  if (shown === undefined) return ''
  const { view, seed } = shown
  if (shown.live && (state.phase === 'running' || state.phase === 'paused')) {
    const { text, pace } = runProgress(state)
    return [text, pace, `seed ${seed}`].filter(Boolean).join(', ')
  }
  return `${formatClock(view.simulatedSeconds)} simulated, ${formatCompact(view.events)} events, seed ${seed}`
}
