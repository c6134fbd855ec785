import { useState } from 'react'
import { useInspector } from './InspectorContext'

interface Refusal {
  readonly reason: string
  /** Text that would not take the edit; in another one it may be right. */
  readonly text: string
}

/** Why the last edit of a field was refused, until the text changes or the person dismisses it; properties of the field. */
export interface RefusalProps {
  readonly error: string | undefined
  readonly onDismissError: () => void
}

/** What a field shows of its last refusal, and how to set or clear it. */
export function useRefusal(): readonly [RefusalProps, (reason: string | undefined) => void] {
  const { text } = useInspector().parsed
  const [refusal, setRefusal] = useState<Refusal>()
  if (refusal !== undefined && refusal.text !== text) setRefusal(undefined)
  return [
    { error: refusal?.reason, onDismissError: () => setRefusal(undefined) },
    (reason) => setRefusal(reason === undefined ? undefined : { reason, text }),
  ]
}
