import { Activity, CircleCheck, CircleMinus, TriangleAlert } from 'lucide-react'
import type { FinishedRun } from '../../store/finishedRun'
import { Button } from '../../widgets/Button'
import { windowAround } from '../charts/timeKeys'
import { useStudio } from '../studio'
import { HeadroomAnswer, HeadroomButton } from './HeadroomCheck'
import styles from './VerdictPanel.module.css'
import { verdictHead } from './verdictHead'

const icons = { held: Activity, unstable: TriangleAlert, healthy: CircleCheck, unjudged: CircleMinus }

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
  const { kind, words } = verdictHead(result)
  const Icon = icons[kind]
  return (
    <section className={styles.panel} aria-label="Verdict" data-bottleneck={bottleneck?.resource ?? 'none'}>
      <span className={styles.icon} data-kind={kind}>
        <Icon size={16} aria-hidden="true" />
      </span>
      <div className={styles.words}>
        <p className={styles.head}>{words}</p>
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
