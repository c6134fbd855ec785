import { useId } from 'react'
import { formatClock, formatCount } from '../../base/format'
import type { InjectedEvent, RunView } from '../../engine/runResult'
import { Button } from '../../widgets/Button'
import type { TimeWindow } from './decimate'
import { describeEvent } from './eventLanes'
import styles from './Results.module.css'
import { WindowFields } from './WindowFields'

interface ResultsToolbarProps {
  readonly view: RunView
  /** Part of the time that the charts are zoomed to; undefined: all of it. */
  readonly zoom: TimeWindow | undefined
  readonly onZoom: (window: TimeWindow | undefined) => void
  readonly injectedEvents: readonly InjectedEvent[]
  readonly eventsShown: boolean
  readonly onShowEvents: (shown: boolean) => void
}

/** What all time charts share: the window of time and the injected events. */
export function ResultsToolbar(props: ResultsToolbarProps) {
  const { view, zoom, onZoom, injectedEvents, eventsShown, onShowEvents } = props
  const eventsId = useId()
  return (
    <div className={styles.toolbar}>
      <span className={styles.extent}>
        {formatClock(view.simulatedSeconds)} simulated, {formatCount(view.events)} events
      </span>
      <WindowFields window={zoom ?? { start: 0, end: view.horizon }} horizon={view.horizon} onChange={onZoom} />
      {zoom && (
        <Button size="s" onClick={() => onZoom(undefined)}>
          Show all
        </Button>
      )}
      {injectedEvents.length > 0 && (
        <>
          <label className={styles.check}>
            <input type="checkbox" checked={eventsShown} onChange={(event) => onShowEvents(event.target.checked)} />
            Events on charts
          </label>
          <ul className={styles.events} id={eventsId} aria-label="Injected events">
            {injectedEvents.map((event) => (
              <li key={event.id}>{describeEvent(event)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
