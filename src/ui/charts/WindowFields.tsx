import { useEffect, useRef } from 'react'
import { formatNumber } from '../../base/format'
import type { TimeWindow } from '../../store/contracts'
import styles from './ChartToolbar.module.css'

interface WindowFieldsProps {
  readonly window: TimeWindow
  readonly whole: TimeWindow
  /** Undefined: the whole time. */
  readonly onChange: (window: TimeWindow | undefined) => void
}

/** The window of time as two numbers: the way to zoom without a drag. */
export function WindowFields({ window, whole, onChange }: WindowFieldsProps) {
  const apply = (start: number, end: number) => {
    const clamped = { start: Math.max(whole.start, start), end: Math.min(whole.end, end) }
    if (!(clamped.end > clamped.start)) return
    onChange(clamped.start === whole.start && clamped.end === whole.end ? undefined : clamped)
  }
  return (
    <span className={styles.window}>
      Charts from
      <Field label="Charts from [s]" value={window.start} onCommit={(start) => apply(start, window.end)} />
      to
      <Field label="Charts to [s]" value={window.end} onCommit={(end) => apply(window.start, end)} />s
    </span>
  )
}

interface FieldProps {
  readonly label: string
  readonly value: number
  readonly onCommit: (value: number) => void
}

function Field({ label, value, onCommit }: FieldProps) {
  const input = useRef<HTMLInputElement>(null)
  const text = formatNumber(value, 6).replaceAll('\u202f', '')
  // A new value from elsewhere replaces what is typed.
  useEffect(() => {
    if (input.current) input.current.value = text
  }, [text])
  return (
    <input
      ref={input}
      className={styles.windowField}
      inputMode="decimal"
      aria-label={label}
      defaultValue={text}
      onBlur={(event) => commit(event.target)}
      onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget)}
    />
  )

  function commit(element: HTMLInputElement) {
    const typed = element.value
    // Until the window changes, if it does, the field tells the one in force.
    element.value = text
    if (typed.trim() !== '' && Number.isFinite(Number(typed)) && typed !== text) onCommit(Number(typed))
  }
}
