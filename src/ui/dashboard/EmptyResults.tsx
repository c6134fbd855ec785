import { assertUnreachable } from '../../base/assert'
import type { RunPhase } from '../../store/contracts'
import styles from './DashboardPane.module.css'

/** Takes the place of the results until there are any. */
export function EmptyResults({ phase }: { readonly phase: RunPhase['phase'] }) {
  const [title, text] = wording(phase)
  return (
    <div className={styles.empty}>
      <h3>{title}</h3>
      <p>{text}</p>
    </div>
  )
}

const PREVIEW = 'Latency percentiles, throughput, queues, memory and network load will appear here.'

function wording(phase: RunPhase['phase']): readonly [title: string, text: string] {
  switch (phase) {
    case 'idle':
    case 'done':
    case 'failed':
      return ['No results yet', `Press Run to simulate the scenario. ${PREVIEW}`]
    case 'running':
    case 'paused':
      return ['Starting', PREVIEW]
    case 'cancelled':
      return ['Cancelled', 'The run was stopped before it could hand over its results.']
    default:
      return assertUnreachable(phase)
  }
}
