import { Activity, CircleCheck, CircleMinus } from 'lucide-react'
import { formatClock } from '../../base/format'
import type { Bottleneck } from '../../engine/attribution/attribution'
import type { FinishedRun } from '../../store/finishedRun'
import { Button } from '../../widgets/Button'
import { resourceNames } from '../charts/resourceNames'
import { windowAround } from '../charts/timeKeys'
import { useStudio } from '../studio'
import { HeadroomAnswer, HeadroomButton } from './HeadroomCheck'
import styles from './VerdictPanel.module.css'

/** Part of the run that is shown around the time at which a resource first ran short. */
const AROUND = 0.25

/** What held the run back, in sentences, and the way to where it began. */
export function VerdictPanel({ run }: { readonly run: FinishedRun }) {
  const { result } = run
  const { bottleneck, headroom, verdict } = result.attribution
  const { time, view, whatIf } = useStudio()
  const showStart = (at: number) => {
    const whole = { start: 0, end: result.simulatedSeconds }
    time.getState().look({ pinned: at, pointed: undefined, zoom: windowAround(at, AROUND, whole) })
  }
  // Runs with half as many users, up to twice as many, tell how the figures change with the load.
  const tryMoreUsers = () => {
    view.getState().select({ kind: 'workload' }, 'inspector')
    view.getState().showTab('canvas')
    whatIf.getState().ask({ path: ['rqs_input', 'avg_active_users', 'mean'], kinds: [] })
  }
  const isJudged = result.summary.latency.count > 0
  const Icon = bottleneck ? Activity : isJudged ? CircleCheck : CircleMinus
  return (
    <section className={styles.panel} aria-label="Verdict" data-bottleneck={bottleneck?.resource ?? 'none'}>
      <span className={styles.icon} data-held={bottleneck !== null}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <p className={styles.head}>
          {bottleneck ? headOf(bottleneck) : isJudged ? 'Nothing saturated' : 'Nothing to judge'}
        </p>
        <p>{verdict.join(' ')}</p>
        <HeadroomAnswer run={run} />
      </div>
      <div className={styles.actions}>
        {bottleneck && (
          <Button size="s" onClick={() => showStart(bottleneck.sinceSeconds)}>
            Show on charts
          </Button>
        )}
        {headroom && <HeadroomButton run={run} />}
        {headroom && (
          <Button size="s" onClick={tryMoreUsers}>
            Try other loads
          </Button>
        )}
      </div>
    </section>
  )
}

/** Resources saturate; an outage, a loss or a detour hold requests back. */
function headOf({ component, resource, sinceSeconds }: Bottleneck): string {
  const saturates = resource === 'cpu' || resource === 'ram' || resource === 'db_pool'
  const what = saturates ? 'First saturated' : 'Held back by'
  return `${what}: ${component} ${resourceNames[resource]}, since ${formatClock(sinceSeconds)}`
}
