import { CHARACTER_WIDTH, LABEL_HEIGHT } from './chartSize'
import styles from './charts.module.css'
import type { Marker } from './markers'

interface MarkerLabelProps {
  readonly marker: Marker
  readonly lane: number
  /** [px] */
  readonly chartWidth: number
  /** Where the marked range lies; given by Recharts. */
  readonly viewBox?: { readonly x?: number; readonly y?: number; readonly width?: number }
}

/** Name of a marker at the top of its range, underlined for as long as a state lasted; hovering tells all about it. */
export function MarkerLabel({ marker: { label, kind, description }, lane, chartWidth, viewBox }: MarkerLabelProps) {
  const { x = 0, y = 0, width = 0 } = viewBox ?? {}
  const toTheLeft = chartWidth - x < MARKER_ROOM
  const room = Math.max(width - 6, Math.min(MARKER_ROOM, toTheLeft ? x : chartWidth - x - 18))
  const characters = Math.max(3, Math.floor(room / CHARACTER_WIDTH))
  const text = label.length > characters ? `${label.slice(0, characters - 1)}…` : label
  const baseline = y + 11 + lane * LABEL_HEIGHT
  return (
    <g>
      <title>{description}</title>
      <rect x={x} y={y} width={Math.max(2, width)} height={LABEL_HEIGHT * (lane + 1) + 4} fill="transparent" />
      {lane < MOST_LANES && kind === 'state' && width > 0 && (
        <line x1={x} x2={x + width} y1={baseline + 3} y2={baseline + 3} stroke={MARKER_COLORS[kind]} strokeWidth={2} />
      )}
      {lane < MOST_LANES && (
        <text
          x={toTheLeft && width < room ? x - 4 : x + 4}
          y={baseline}
          textAnchor={toTheLeft && width < room ? 'end' : 'start'}
          className={styles.markerLabel}
          style={{ fill: MARKER_COLORS[kind] }}
        >
          {text}
        </text>
      )}
    </g>
  )
}

/** A label that has no range of its own to fill may be this wide [px]. */
export const MARKER_ROOM = 120

/** More rows of labels would cover the lines. */
const MOST_LANES = 5

export const MARKER_COLORS: Readonly<Record<Marker['kind'], string>> = {
  event: 'var(--event-fill)',
  state: 'var(--warning)',
  'warm-up': 'var(--chart-axis)',
}
