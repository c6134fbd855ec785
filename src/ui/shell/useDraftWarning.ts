import { useEffect, useState } from 'react'
import { documentOf } from '../../store/scenarioStore'
import { isUntouchedExample } from '../document/openDocument'
import { useStudio, useView } from '../studio'

/**
 * Says once, aloud, when what is typed will not survive the tab, and then asks before the page goes; the top bar goes
 * on saying it.
 */
export function useDraftWarning(): void {
  const reason = useDraftTrouble()
  const { scenario, view } = useStudio()
  useEffect(() => {
    if (reason === undefined) return
    view.getState().notify({
      severity: 'warning',
      message: `Your draft is not saved: ${reason}. Save the scenario as a file before you leave.`,
    })
    const ask = (event: BeforeUnloadEvent) => {
      if (!isUntouchedExample(documentOf(scenario.getState()))) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [reason, scenario, view])
}

/** Why the draft cannot be kept, as far as the last attempt tells. */
function useDraftTrouble(): string | undefined {
  const draft = useView((state) => state.draft)
  const [trouble, setTrouble] = useState<string>()
  if (draft.phase === 'pending') return trouble
  const reason = draft.phase === 'unavailable' ? draft.reason : undefined
  if (reason !== trouble) setTrouble(reason)
  return reason
}
