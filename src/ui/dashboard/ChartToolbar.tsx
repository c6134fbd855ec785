import type { InjectedEvent } from '../../scenario/injectedEvents'
import { Button } from '../../widgets/Button'
import type { TimeWindow } from './decimate'
import { describeEvent } from './eventLanes'
import styles from './Results.module.css'
import { WindowFields } from './WindowFields'

interface ChartToolbarProps {
  /** All the time that there is to show. */
  readonly whole: TimeWindow
  /** Part of the time that the charts are zoomed to; undefined: all of it. */
  readonly zoom: TimeWindow | undefined
  readonly onZoom: (window: TimeWindow | undefined) => void
  readonly injectedEvents: readonly InjectedEvent[]
  readonly eventsShown: boolean
  readonly onShowEvents: (shown: boolean) => void
}

/** What all time charts share: the window of time and the injected events. */
export function ChartToolbar(props: ChartToolbarProps) {
  const { whole, zoom, onZoom, injectedEvents, eventsShown, onShowEvents } = props
  return (
    <div className={styles.toolbar}>
      <WindowFields window={zoom ?? whole} whole={whole} onChange={onZoom} />
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
