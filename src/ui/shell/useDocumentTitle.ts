import { useEffect } from 'react'
import { assertUnreachable } from '../../base/assert'
import { formatSeconds } from '../../base/format'
import type { RunPhase } from '../../store/contracts'
import { useRun, useScenario } from '../studio'

/** Keeps the title of the browser's tab in step with the run, for people who look at another tab meanwhile. */
export function useDocumentTitle(): void {
  const name = useScenario((state) => state.name)
  const title = useRun(({ state }) => titleOf(state, name))
  useEffect(() => {
    document.title = title
  }, [title])
}

export function titleOf(state: RunPhase, name: string): string {
  const status = statusOf(state)
  return status === undefined ? `${name} – AsyncFlow Studio` : `${status} – ${name}`
}

function statusOf(state: RunPhase): string | undefined {
  switch (state.phase) {
    case 'idle':
      return undefined
    case 'running':
      return state.view === undefined ? 'Running' : `Running ${percent(state.view)}`
    case 'paused':
      return state.view === undefined ? 'Paused' : `Paused at ${percent(state.view)}`
    case 'done': {
      const p95 = state.run?.result.summary.latency.p95 ?? undefined
      return p95 === undefined ? 'Done' : `Done – p95 ${formatSeconds(p95)}`
    }
    case 'cancelled':
      return 'Cancelled'
    case 'failed':
      return 'Failed'
    default:
      return assertUnreachable(state)
  }
}

function percent({ simulatedSeconds, horizon }: { readonly simulatedSeconds: number; readonly horizon: number }) {
  return `${Math.floor((100 * simulatedSeconds) / horizon)} %`
}
