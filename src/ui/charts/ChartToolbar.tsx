import type { ReactNode } from 'react'
import { formatNumber } from '../../base/format'
import type { TimeWindow } from '../../store/contracts'
import { Button } from '../../widgets/Button'
import { useStudio, useTime } from '../studio'
import styles from './ChartToolbar.module.css'
import type { Marker } from './markers'
import { snapped, type TimeScale } from './timeScale'
import { WindowFields } from './WindowFields'

interface ChartToolbarProps {
  readonly scale: TimeScale
  readonly markers: readonly Marker[]
  readonly markersShown: boolean
  readonly onShowMarkers: (shown: boolean) => void
  /** What else belongs there, at the end of the line. */
  readonly children?: ReactNode
}

/** What all time charts share: the window of time, the selection, and the markers. */
export function ChartToolbar({ scale, markers, markersShown, onShowMarkers, children }: ChartToolbarProps) {
  const { time } = useStudio()
  const { look, reset } = time.getState()
  const { whole, window, intervals } = scale
  const selection = useTime((state) => state.selection)
  const isWhole = useTime(({ zoom, pinned }) => zoom === undefined && pinned === undefined)
  const events = markers.filter(({ kind }) => kind === 'event')
  return (
    <div className={styles.toolbar}>
      <WindowFields window={window} whole={whole} onChange={(zoom) => look({ zoom })} />
      {selection && (
        <span className={styles.selected}>
          Figures of {rangeText(snapped(intervals, selection))}
          <Button size="s" onClick={() => look({ selection: undefined })}>
            Clear selection
          </Button>
        </span>
      )}
      {!(isWhole && selection === undefined) && (
        <Button size="s" onClick={reset}>
          Show all
        </Button>
      )}
      {markers.length > 0 && (
        <label className={styles.check}>
          <input type="checkbox" checked={markersShown} onChange={(event) => onShowMarkers(event.target.checked)} />
          Events on charts
        </label>
      )}
      {children}
      {events.length > 0 && (
        <ul className={styles.events} aria-label="Injected events">
          {events.map(({ id, description }) => (
            <li key={id}>{description}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function rangeText({ start, end }: TimeWindow): string {
  return `${formatNumber(start, 6)}–${formatNumber(end, 6)} s`
}
