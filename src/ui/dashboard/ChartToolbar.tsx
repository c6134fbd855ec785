import { Button } from '../../widgets/Button'
import type { TimeWindow } from './decimate'
import { describeEvent } from './eventLanes'
import styles from './Results.module.css'
import type { ShownRun } from './shownRun'
import { WindowFields } from './WindowFields'

interface ChartToolbarProps {
  readonly run: ShownRun
  /** Part of the time that the charts are zoomed to; undefined: all of it. */
  readonly zoom: TimeWindow | undefined
  readonly onZoom: (window: TimeWindow | undefined) => void
  readonly eventsShown: boolean
  readonly onShowEvents: (shown: boolean) => void
}

/** What all time charts share: the window of time and the injected events. */
export function ChartToolbar(props: ChartToolbarProps) {
  const { run, zoom, onZoom, eventsShown, onShowEvents } = props
  const { view, injectedEvents } = run
  return (
    <div className={styles.toolbar}>
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
          <ul className={styles.events} aria-label="Injected events">
            {injectedEvents.map((event) => (
              <li key={event.id}>{describeEvent(event)}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
