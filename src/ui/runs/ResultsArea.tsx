import { lazy, Suspense, useEffect, useRef } from 'react'
import { useKeepFocus } from '../../widgets/useKeepFocus'
import { DashboardPane } from '../dashboard/DashboardPane'
import { useRun, useView } from '../studio'
import styles from './ResultsArea.module.css'
import { RunsPane } from './RunsPane'

const ComparisonPane = lazy(async () => ({ default: (await import('../compare/ComparisonPane')).ComparisonPane }))

/** The place of the results: the run on show, the list of kept runs, or some of them side by side. */
export function ResultsArea() {
  const page = useView((view) => view.results)
  const showResults = useView((view) => view.showResults)
  const isUnderWay = useRun(({ state: { phase } }) => phase === 'running' || phase === 'paused')
  const area = useRef<HTMLElement>(null)

  // Whoever starts a run wants to see it.
  useEffect(() => {
    if (isUnderWay) showResults('run')
  }, [isUnderWay, showResults])

  return (
    <section ref={area} className={styles.area} tabIndex={-1} aria-label={names[page]} {...useKeepFocus(area)}>
      {page === 'run' && <DashboardPane />}
      {page === 'list' && <RunsPane />}
      {page === 'comparison' && (
        <Suspense>
          <ComparisonPane />
        </Suspense>
      )}
    </section>
  )
}

const names = { run: 'Results', list: 'Kept runs', comparison: 'Comparison' }
