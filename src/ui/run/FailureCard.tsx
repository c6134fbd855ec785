import { formatClock } from '../../base/format'
import type { RunFailure } from '../../store/contracts'
import { Button } from '../../widgets/Button'
import { copyText } from '../share/copyText'
import { useRun, useScenario, useView } from '../studio'
import styles from './FailureCard.module.css'
import { failureReport } from './failureReport'

/** Tells that a run broke off, and what to send to whoever looks for the cause. */
export function FailureCard({ failure }: { readonly failure: RunFailure }) {
  const start = useRun((run) => run.start)
  const canRun = useScenario((scenario) => scenario.parsed.scenario !== undefined)
  const text = useScenario((scenario) => scenario.text)
  const notify = useView((view) => view.notify)

  const copyReport = async () => {
    const copied = await copyText(failureReport(failure, text))
    if (copied) notify({ severity: 'info', message: 'Report copied.' })
    else notify({ severity: 'warning', message: 'The browser did not let the page copy; the report is in the card.' })
  }
  return (
    <section className={styles.card} aria-label="The simulation broke off">
      <h3>The simulation broke off</h3>
      <p>{failure.message}</p>
      <dl className={styles.facts}>
        <dt>Code</dt>
        <dd>{failure.code}</dd>
        <dt>Simulated time</dt>
        <dd>{formatClock(failure.simulatedSeconds)}</dd>
        <dt>Seed</dt>
        <dd>{failure.seed}</dd>
      </dl>
      <div className={styles.actions}>
        <Button onClick={start} disabled={!canRun}>
          Try again
        </Button>
        <Button variant="quiet" onClick={() => void copyReport()}>
          Copy report
        </Button>
      </div>
      <details>
        <summary>Report</summary>
        <pre className={styles.report}>{failureReport(failure, text)}</pre>
      </details>
    </section>
  )
}
