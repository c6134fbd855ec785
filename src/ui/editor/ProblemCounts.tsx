import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Diagnostic } from '../../scenario/diagnostic'
import styles from './Editor.module.css'
import { countProblems } from './problems'

/** How long the count must stay before it is spoken [ms]; longer than the pause between two keystrokes. */
const SPEAK_DELAY_MS = 1000

/** How many errors and warnings there are, by icon and words; spoken when it has settled. */
export function ProblemCounts({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  const text = countProblems(diagnostics)
  const spoken = useSettled(text, SPEAK_DELAY_MS)
  const worst = diagnostics.some(({ severity }) => severity === 'error') ? 'error' : diagnostics[0]?.severity
  return (
    <span className={styles.counts}>
      <SeverityIcon severity={worst} />
      {text}
      <span className="visually-hidden" role="status">
        {spoken === text ? '' : spoken}
      </span>
    </span>
  )
}

/** The icon of a severity; a tick where nothing is wrong. */
export function SeverityIcon({ severity }: { readonly severity: Diagnostic['severity'] | undefined }) {
  if (severity === 'error') return <CircleAlert size={14} className={styles.error} aria-hidden="true" />
  if (severity === 'warning') return <TriangleAlert size={14} className={styles.warning} aria-hidden="true" />
  return <CircleCheck size={14} className={styles.fine} aria-hidden="true" />
}

/** `value`, once it has not changed for `delay` milliseconds. */
function useSettled(value: string, delay: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay)
    return () => clearTimeout(timer)
  }, [value, delay])
  return settled
}
