import { type CSSProperties, type ReactNode, useId, useRef, useState } from 'react'
import { formatClock } from '../../base/format'
import type { TimeWindow } from '../../store/contracts'
import { cursorOf } from '../../store/timeStore'
import { classNames } from '../../widgets/classNames'
import { useTime } from '../studio'
import { PLOT } from './chartSize'
import styles from './TimePlot.module.css'
import { snapped, type TimeScale } from './timeScale'
import { useTimeGestures } from './useTimeGestures'

interface TimePlotProps {
  /** What the chart shows, for screen readers. */
  readonly label: string
  readonly scale: TimeScale
  /** The values at a time [s], to stand beside the cursor. */
  readonly readout: (time: number) => ReactNode
  /** The same in words. */
  readonly spoken: (time: number) => string
  readonly children: ReactNode
}

/**
 * What all charts over time have in common: cursor, selection, and the gestures that move them. They lie above the
 * drawing, so that moving them draws no chart anew. To assistive technology the chart is a slider over time.
 */
export function TimePlot({ label, scale, readout, spoken, children }: TimePlotProps) {
  const plot = useRef<HTMLDivElement>(null)
  const { handlers, drag } = useTimeGestures(plot, scale)
  const [active, setActive] = useState(false)
  const cursor = useTime(cursorOf)
  const hintId = useId()
  const { window } = scale
  return (
    <div
      ref={plot}
      className={styles.plot}
      style={MARGINS}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-describedby={hintId}
      aria-valuemin={window.start}
      aria-valuemax={window.end}
      aria-valuenow={cursor ?? window.start}
      aria-valuetext={cursor === undefined ? 'no time chosen' : `${formatClock(cursor)}: ${spoken(cursor)}`}
      onPointerEnter={() => setActive(true)}
      onFocus={() => setActive(true)}
      onBlur={() => setActive(false)}
      {...handlers}
      onPointerLeave={() => {
        setActive(false)
        handlers.onPointerLeave()
      }}
    >
      {children}
      <span id={hintId} hidden>
        Arrow keys move the time on all charts, with Shift they select; plus and minus zoom, 0 shows all, Escape lets
        go.
      </span>
      <Selection scale={scale} drag={drag} />
      {cursor !== undefined && isWithin(window, cursor) && (
        <div className={styles.cursor} style={placeOf(window, cursor)} data-cursor>
          {active && <div className={classOfReadout(window, cursor)}>{readout(cursor)}</div>}
        </div>
      )}
    </div>
  )
}

const MARGINS = { '--left': `${PLOT.left}px`, '--right': `${PLOT.right}px` } as CSSProperties

function Selection({ scale, drag }: { readonly scale: TimeScale; readonly drag: TimeWindow | undefined }) {
  const selection = useTime((time) => time.selection)
  const band = drag ?? (selection && snapped(scale.intervals, selection))
  if (band === undefined) return null
  const { start, end } = scale.window
  const from = Math.max(start, band.start)
  const to = Math.min(end, band.end)
  // A selection that fills the chart says nothing there.
  if (to <= from || (drag === undefined && from === start && to === end)) return null
  const style = { ...placeOf(scale.window, from), '--width': (to - from) / (end - start) } as CSSProperties
  return <div className={styles.selection} style={style} data-selection />
}

function isWithin({ start, end }: TimeWindow, time: number): boolean {
  return time >= start && time <= end
}

/** How far into the plot a time is, as a part of its width. */
function placeOf({ start, end }: TimeWindow, time: number): CSSProperties {
  return { '--at': (time - start) / (end - start) } as CSSProperties
}

/** Beside the cursor, on the side that has more room. */
function classOfReadout({ start, end }: TimeWindow, cursor: number) {
  return classNames(styles.readout, cursor > (start + end) / 2 && styles.before)
}
