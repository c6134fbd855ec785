import type { StudioStores } from '../../store/contracts'

/** Whether a run is under way, so that no other can be shown; says so. */
export function mustWait({ run, view }: Pick<StudioStores, 'run' | 'view'>): boolean {
  const { phase } = run.getState().state
  if (phase !== 'running' && phase !== 'paused') return false
  const message = 'A run is under way. Earlier runs can be shown when it has ended.'
  view.getState().notify({ severity: 'info', message })
  return true
}
