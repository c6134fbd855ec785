import { formatClock } from '../../base/format'
import type { Bottleneck } from '../../engine/attribution/attribution'
import type { RunResult } from '../../engine/runResult'
import { resourceNames } from '../charts/resourceNames'

/** What is said of a run. */
type Judged = Pick<RunResult, 'attribution' | 'instability' | 'summary'>

/** The verdict in a few words, and its kind: something held requests back, or the run only filled up, or neither. */
export interface VerdictHead {
  readonly kind: 'held' | 'unstable' | 'healthy' | 'unjudged'
  readonly words: string
}

export function verdictHead({ attribution: { bottleneck }, instability, summary }: Judged): VerdictHead {
  if (bottleneck) return { kind: 'held', words: headOf(bottleneck) }
  if (instability) return { kind: 'unstable', words: 'Unstable, though nothing saturated' }
  if (summary.latency.count > 0) return { kind: 'healthy', words: 'Nothing saturated' }
  return { kind: 'unjudged', words: 'Nothing to judge' }
}

/** Resources saturate; an outage, a loss or a detour hold requests back. */
function headOf({ component, resource, sinceSeconds }: Bottleneck): string {
  const saturates = resource === 'cpu' || resource === 'ram' || resource === 'db_pool'
  const what = saturates ? 'First saturated' : 'Held back by'
  return `${what}: ${component} ${resourceNames[resource]}, since ${formatClock(sinceSeconds)}`
}
