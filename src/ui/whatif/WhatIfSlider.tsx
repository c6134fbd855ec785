import type { KeyboardEvent } from 'react'
import styles from './WhatIf.module.css'

interface WhatIfSliderProps {
  readonly label: string
  /** Ascending; the slider stops at these only. */
  readonly values: readonly number[]
  readonly position: number
  /** What a screen reader says of the position. */
  readonly text: string
  readonly onMove: (value: number) => void
}

/** Chooses one of several values that need not be equally far apart; arrow keys go from one to the next. */
export function WhatIfSlider({ label, values, position, text, onMove }: WhatIfSliderProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = values[values.indexOf(position) + step]
    if (next !== undefined) onMove(next)
  }
  return (
    <input
      className={styles.slider}
      type="range"
      aria-label={label}
      aria-valuetext={text}
      min={values[0]}
      max={values.at(-1)}
      step="any"
      value={position}
      onChange={(event) => onMove(Number(event.target.value))}
      onKeyDown={onKeyDown}
    />
  )
}
