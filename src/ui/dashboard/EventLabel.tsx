import type { InjectedEvent } from '../../scenario/injectedEvents'
import { CHARACTER_WIDTH, LABEL_HEIGHT } from './chartSize'
import styles from './charts.module.css'
import { describeEvent } from './eventLanes'

interface EventLabelProps {
  readonly event: InjectedEvent
  readonly lane: number
  /** [px] */
  readonly chartWidth: number
  /** Where the event's range lies; given by Recharts. */
  readonly viewBox?: { readonly x?: number; readonly y?: number; readonly width?: number }
}

/** Name of an injected event at the top of its range; hovering tells the target and the times. */
export function EventLabel({ event, lane, chartWidth, viewBox }: EventLabelProps) {
  const { x = 0, y = 0, width = 0 } = viewBox ?? {}
  const room = Math.max(width - 6, Math.min(120, chartWidth - x - 18))
  const characters = Math.max(3, Math.floor(room / CHARACTER_WIDTH))
  const text = event.id.length > characters ? `${event.id.slice(0, characters - 1)}…` : event.id
  return (
    <g>
      <title>{describeEvent(event)}</title>
      <rect x={x} y={y} width={Math.max(2, width)} height={LABEL_HEIGHT * (lane + 1) + 4} fill="transparent" />
      <text x={x + 4} y={y + 11 + lane * LABEL_HEIGHT} className={styles.eventLabel}>
        {text}
      </text>
    </g>
  )
}
