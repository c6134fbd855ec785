import { assertUnreachable } from '../../base/assert'
import { formatClock, formatSeconds } from '../../base/format'
import type { RunResult } from '../../engine/runResult'
import type { RunPhase } from '../../store/contracts'

/** What a screen reader says when the run gets into another phase; the same words for as long as the phase lasts. */
export function runAnnouncement(state: RunPhase): string {
  switch (state.phase) {
    case 'idle':
      return ''
    case 'running':
      return 'Running'
    case 'paused':
      return 'Paused'
    case 'done':
      return state.run === undefined ? 'Done' : doneAnnouncement(state.run.result)
    case 'cancelled':
      return state.run === undefined ? 'Cancelled' : `Cancelled at ${formatClock(state.run.result.simulatedSeconds)}`
    case 'failed':
      return `The simulation broke off: ${state.failure.message}`
    default:
      return assertUnreachable(state)
  }
}

function doneAnnouncement({ end, simulatedSeconds, summary }: RunResult): string {
  const early = end === 'unstable' ? `, ended as unstable at ${formatClock(simulatedSeconds)}` : ''
  return `Done${early}, p95 ${formatSeconds(summary.latency.p95)}`
}
