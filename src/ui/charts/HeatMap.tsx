import { memo } from 'react'
import { formatCount, formatSeconds } from '../../base/format'
import type { TimeWindow } from '../../store/contracts'
import { logarithmicTicks, timeAxis } from './axis'
import { CHART_HEIGHT, PLOT } from './chartSize'
import { heatSteps, stepOf } from './heatSteps'
import type { HeatMapCells } from './latencyCells'
import { MARKER_COLORS, MARKER_ROOM, MarkerLabel } from './MarkerLabel'
import { labelLanes, type Marker } from './markers'

export interface HeatMapProps {
  readonly cells: HeatMapCells
  readonly window: TimeWindow
  readonly markers: readonly Marker[]
  /** [px] */
  readonly width: number
}

/** Where the plot lies [px]. */
const TOP = 8
const BOTTOM = CHART_HEIGHT - PLOT.bottom - 1
/** Room for the key to the colours above the plot [px]. */
const KEY = { width: 14, height: 8, top: 0 } as const
const HEAD = 18

/** How many requests took how long, when: one cell for an interval and a span of latencies, darker for more. */
export const HeatMap = memo(function HeatMap({ cells, window, markers, width }: HeatMapProps) {
  const right = width - PLOT.right
  const low = cells.latencies[0] as number
  const high = cells.latencies.at(-1) as number
  const xOf = (time: number) => PLOT.left + ((time - window.start) / (window.end - window.start)) * (right - PLOT.left)
  const yOf = (latency: number) => BOTTOM - (Math.log(latency / low) / Math.log(high / low)) * (BOTTOM - TOP - HEAD)
  const axis = timeAxis(window, Math.max(2, Math.floor((width - PLOT.left) / 90)))
  const steps = heatSteps(cells.most)
  const lanes = labelLanes(markers, ((window.end - window.start) * MARKER_ROOM) / width)
  return (
    <svg width={width} height={CHART_HEIGHT} style={PLOT.style} aria-hidden="true" data-heat-map>
      {pathsByStep(cells, steps, xOf, yOf).map((path, step) => (
        <path key={steps[step]} d={path} fill="var(--series-1)" fillOpacity={opacityOf(step, steps.length)} />
      ))}
      {logarithmicTicks(low, high, 5).map((tick) => (
        <g key={tick}>
          <line x1={PLOT.left} x2={right} y1={yOf(tick)} y2={yOf(tick)} stroke="var(--chart-grid)" />
          <text x={PLOT.left - 8} y={yOf(tick)} dy="0.355em" textAnchor="end" fill="var(--chart-axis)">
            {formatSeconds(tick)}
          </text>
        </g>
      ))}
      <line x1={PLOT.left} x2={right} y1={BOTTOM} y2={BOTTOM} stroke="var(--chart-axis)" />
      {axis.ticks.map((tick) => (
        <text key={tick} x={xOf(tick)} y={BOTTOM + 8} dy="0.71em" textAnchor="middle" fill="var(--chart-axis)">
          {axis.format(tick)}
        </text>
      ))}
      {markers.map((marker, index) => {
        const x = xOf(Math.max(window.start, marker.start))
        const markerWidth = Math.max(0, xOf(Math.min(window.end, marker.end)) - x)
        const box = { x, y: TOP + HEAD, width: markerWidth }
        const color = MARKER_COLORS[marker.kind]
        return marker.end < window.start || marker.start > window.end ? null : (
          <g key={marker.id}>
            <rect {...box} height={BOTTOM - TOP - HEAD} fill="none" stroke={color} strokeDasharray="3 3" />
            <MarkerLabel marker={marker} lane={lanes[index] ?? 0} chartWidth={width} viewBox={box} />
          </g>
        )
      })}
      <g transform={`translate(${PLOT.left}, ${KEY.top})`}>
        {steps.map((step, index) => (
          <rect
            key={step}
            x={index * KEY.width}
            y={4}
            width={KEY.width}
            height={KEY.height}
            fill="var(--series-1)"
            fillOpacity={opacityOf(index, steps.length)}
          />
        ))}
        <text x={steps.length * KEY.width + 6} y={12} fill="var(--text-muted)">
          1 to {formatCount(cells.most)} requests
        </text>
      </g>
    </svg>
  )
})

function opacityOf(step: number, steps: number): number {
  return steps === 1 ? 1 : 0.15 + (0.85 * step) / (steps - 1)
}

/** All cells of one colour are one path: hundreds of cells cost no more than a line. */
function pathsByStep(
  { times, latencies, counts }: HeatMapCells,
  steps: readonly number[],
  xOf: (time: number) => number,
  yOf: (latency: number) => number,
): string[] {
  const paths = steps.map(() => '')
  counts.forEach((column, i) => {
    const [x, end] = [xOf(times[i] as number), xOf(times[i + 1] as number)]
    column.forEach((count, row) => {
      if (count === 0) return
      const [bottom, top] = [yOf(latencies[row] as number), yOf(latencies[row + 1] as number)]
      const step = stepOf(steps, count)
      const box = `M${x.toFixed(1)},${top.toFixed(1)}H${end.toFixed(1)}V${bottom.toFixed(1)}H${x.toFixed(1)}Z`
      paths[step] = (paths[step] ?? '') + box
    })
  })
  return paths
}
