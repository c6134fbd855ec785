import { useState } from 'react'
import { useInspector } from './InspectorContext'

interface Refusal {
  readonly reason: string
  /** Text that would not take the edit; in another one it may be right. */
  readonly text: string
}

/** Why the last edit of a field was refused, until the text changes, and how to set or clear it. */
export function useRefusal(): readonly [string | undefined, (reason: string | undefined) => void] {
  const { text } = useInspector().parsed
  const [refusal, setRefusal] = useState<Refusal>()
  if (refusal !== undefined && refusal.text !== text) setRefusal(undefined)
  return [refusal?.reason, (reason) => setRefusal(reason === undefined ? undefined : { reason, text })]
}
