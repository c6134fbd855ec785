import { assertUnreachable } from '../../base/assert'
import { formatClock, formatSeconds } from '../../base/format'
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
      return state.run === undefined ? 'Done' : `Done, p95 ${formatSeconds(state.run.result.summary.latency.p95)}`
    case 'cancelled':
      return state.run === undefined ? 'Cancelled' : `Cancelled at ${formatClock(state.run.result.simulatedSeconds)}`
    case 'failed':
      return `The simulation broke off: ${state.failure.message}`
    default:
      return assertUnreachable(state)
  }
}
