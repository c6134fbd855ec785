import { ArrowLeft, GitCompareArrows } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { scenarioHash } from '../../scenario/canonical'
import { KEPT_LIMITS, MOST_COMPARED } from '../../store/keptRunsStore'
import { Button } from '../../widgets/Button'
import { useKeepFocus } from '../../widgets/useKeepFocus'
import paneStyles from '../dashboard/DashboardPane.module.css'
import { MaximizeButton } from '../shell/MaximizeButton'
import { useKeptRuns, useRun, useScenario, useView } from '../studio'
import { RunRow } from './RunRow'
import styles from './Runs.module.css'
import { roomText } from './runWords'

/** The list of kept runs: each can be shown again, compared, named, pinned, saved as a file and deleted. */
export function RunsPane() {
  const { runs, chosen, trouble } = useKeptRuns((state) => state)
  const showResults = useView((view) => view.showResults)
  const shownId = useRun(({ lastRun }) => lastRun?.id)
  const scenario = useScenario(({ parsed }) => parsed.scenario)
  const presentHash = useMemo(() => scenario && scenarioHash(scenario), [scenario])
  const pane = useRef<HTMLDivElement>(null)
  const keepFocus = useKeepFocus(pane)
  const isReady = chosen.length >= 2
  const room = runs.reduce((sum, { bytes }) => sum + bytes, 0)

  return (
    <div ref={pane} className={paneStyles.pane} tabIndex={-1} {...keepFocus}>
      <header className={paneStyles.head}>
        <h2>Runs</h2>
        <p className={paneStyles.facts}>{runs.length > 0 && `${runs.length} kept, ${roomText(room)}`}</p>
        <Button
          size="s"
          variant={isReady ? 'primary' : 'plain'}
          icon={<GitCompareArrows size={14} />}
          aria-disabled={!isReady}
          aria-describedby="runs-hint"
          onClick={() => isReady && showResults('comparison')}
        >
          {isReady ? `Compare ${chosen.length}` : 'Compare'}
        </Button>
        <Button size="s" variant="quiet" icon={<ArrowLeft size={14} />} onClick={() => showResults('run')}>
          Results
        </Button>
        <MaximizeButton pane="dashboard" />
      </header>
      {trouble !== undefined && (
        <div className={paneStyles.banner}>
          <p>Runs are kept only as long as this page is open: {trouble}.</p>
        </div>
      )}
      {runs.length === 0 ? (
        <div className={paneStyles.empty}>
          <h3>No runs yet</h3>
          <p>Every run that ends is kept here with its scenario and its seed, to be shown again and compared.</p>
        </div>
      ) : (
        <>
          <table className={styles.table}>
            <caption className="visually-hidden">Kept runs, newest first</caption>
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">Compare</span>
                </th>
                <th scope="col">Run</th>
                <th scope="col" className={styles.number}>
                  p95
                </th>
                <th scope="col" className={`${styles.number} ${styles.completed}`}>
                  Completed
                </th>
                <th scope="col">
                  <span className="visually-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {runs.map((run) => (
                <RunRow
                  key={run.id}
                  run={run}
                  isShown={run.id === shownId}
                  isOfPresentText={run.scenarioHash === presentHash}
                  isChosen={chosen.includes(run.id)}
                  canBeChosen={chosen.length < MOST_COMPARED}
                />
              ))}
            </tbody>
          </table>
          <p id="runs-hint" className={styles.hint}>
            Choose two to four runs to compare. This browser keeps the newest {KEPT_LIMITS.runs}, up to{' '}
            {roomText(KEPT_LIMITS.bytes)}; pinned ones stay.
          </p>
        </>
      )}
    </div>
  )
}
