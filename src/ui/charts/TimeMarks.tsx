import { ReferenceArea, ReferenceLine } from 'recharts'
import type { TimeWindow } from '../../store/contracts'
import { MARKER_COLORS, MARKER_ROOM, MarkerLabel } from './MarkerLabel'
import { labelLanes, type Marker } from './markers'

interface TimeMarksProps {
  readonly markers: readonly Marker[]
  readonly window: TimeWindow
  /** Width of the chart [px]. */
  readonly width: number
}

/** Markers on a chart over time: a line for a moment, a shaded range for what lasted. */
export function TimeMarks({ markers, window, width }: TimeMarksProps) {
  const shown = markers.filter(({ start, end }) => end >= window.start && start <= window.end)
  const lanes = labelLanes(shown, ((window.end - window.start) * MARKER_ROOM) / width)
  return shown.map((marker, index) => {
    const color = MARKER_COLORS[marker.kind]
    const label = <MarkerLabel marker={marker} lane={lanes[index] ?? 0} chartWidth={width} />
    if (marker.start === marker.end) {
      return <ReferenceLine key={marker.id} x={marker.start} stroke={color} strokeDasharray="3 3" label={label} />
    }
    return (
      <ReferenceArea
        key={marker.id}
        x1={Math.max(marker.start, window.start)}
        x2={Math.min(marker.end, window.end)}
        ifOverflow="hidden"
        fill={color}
        fillOpacity={marker.kind === 'event' ? 0.1 : 0}
        stroke={color}
        strokeOpacity={marker.kind === 'event' ? 0.35 : 0}
        label={label}
      />
    )
  })
}
