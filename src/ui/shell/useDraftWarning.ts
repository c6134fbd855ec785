import { useEffect } from 'react'
import { useStudio, useView } from '../studio'

/** Says once, aloud, when what is typed will not survive the tab; the top bar goes on saying it. */
export function useDraftWarning(): void {
  const reason = useView(({ draft }) => (draft.phase === 'unavailable' ? draft.reason : undefined))
  const { view } = useStudio()
  useEffect(() => {
    if (reason === undefined) return
    view.getState().notify({
      severity: 'warning',
      message: `Your draft is not saved: ${reason}. Save the scenario as a file before you leave.`,
    })
  }, [reason, view])
}
