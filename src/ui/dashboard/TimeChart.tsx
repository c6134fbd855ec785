import { memo } from 'react'
import { CartesianGrid, Line, LineChart, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber } from '../../base/format'
import type { InjectedEvent } from '../../engine/runResult'
import { timeAxis } from './axis'
import type { ChartLine } from './chartLines'
import { CHART_HEIGHT, PLOT } from './chartSize'
import type { ChartRow, TimeWindow } from './decimate'
import { EventLabel } from './EventLabel'
import { eventLanes } from './eventLanes'
import { TimeTooltip } from './TimeTooltip'

/** A level drawn across the chart, like the RAM of a server. */
export interface Limit {
  readonly label: string
  readonly value: number
}

export interface TimeChartProps {
  /** What the chart shows, for screen readers. */
  readonly label: string
  readonly unit: string
  readonly lines: readonly ChartLine[]
  /** Values by line, in the order of `lines`. */
  readonly rows: readonly ChartRow[]
  readonly window: TimeWindow
  readonly limits: readonly Limit[]
  readonly injectedEvents: readonly InjectedEvent[]
  /** [px] */
  readonly width: number
}

/**
 * Lines over simulated time. The strong line is the largest value of each interval, so that no peak is lost;
 * the faint one, where an interval holds several samples, their mean.
 */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { label, unit, lines, rows, window, limits, injectedEvents, width } = props
  const axis = timeAxis(window, Math.max(2, Math.floor((width - PLOT.left) / 90)))
  const lanes = eventLanes(injectedEvents)
  const aggregated = rows.some(({ values }) => values.some((value) => value && value.min !== value.max))
  return (
    <LineChart
      width={width}
      height={CHART_HEIGHT}
      data={rows as ChartRow[]}
      margin={PLOT.margin}
      aria-label={label}
      style={PLOT.style}
    >
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <XAxis
        dataKey="time"
        type="number"
        domain={[window.start, window.end]}
        allowDataOverflow
        ticks={axis.ticks}
        tickFormatter={axis.format}
        height={PLOT.bottom}
        stroke="var(--chart-axis)"
        tickLine={false}
      />
      <YAxis
        width={PLOT.left}
        domain={[0, atLeastOne]}
        tickFormatter={formatTick}
        allowDecimals={unit !== 'requests'}
        stroke="var(--chart-axis)"
        axisLine={false}
        tickLine={false}
      />
      {injectedEvents.map((event, index) => (
        <ReferenceArea
          key={event.id}
          x1={Math.max(event.start, window.start)}
          x2={Math.min(event.end, window.end)}
          ifOverflow="hidden"
          fill="var(--event-fill)"
          fillOpacity={0.1}
          stroke="var(--event-fill)"
          strokeOpacity={0.35}
          label={<EventLabel event={event} lane={lanes[index] ?? 0} chartWidth={width} />}
        />
      ))}
      {limits.map((limit) => (
        <ReferenceLine
          key={limit.label}
          y={limit.value}
          ifOverflow="extendDomain"
          stroke="var(--chart-axis)"
          strokeDasharray="2 4"
          label={{ value: limit.label, position: 'insideBottomRight', fill: 'var(--text-muted)', fontSize: 11 }}
        />
      ))}
      {aggregated &&
        lines.map((line, index) => (
          <Line
            key={line.name}
            dataKey={meanOf(index)}
            stroke={line.color}
            strokeOpacity={0.45}
            strokeWidth={1}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      {lines.map((line, index) => (
        <Line
          key={line.name}
          name={line.name}
          dataKey={maxOf(index)}
          stroke={line.color}
          strokeDasharray={line.dash}
          strokeWidth={1.5}
          dot={rows.length === 1}
          isAnimationActive={false}
        />
      ))}
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: 'var(--border-strong)' }}
        content={({ active, payload }) => (
          <TimeTooltip
            row={active ? (payload[0]?.payload as ChartRow | undefined) : undefined}
            lines={lines}
            unit={unit}
          />
        )}
      />
    </LineChart>
  )
})

const atLeastOne = (max: number) => Math.max(1, max)
const formatTick = (value: number) => formatNumber(value, 4)

type Reader = (row: ChartRow) => number | undefined

/** Recharts takes a new function for a change of the data: one reader per line, made once. */
function readers(read: (row: ChartRow, index: number) => number | undefined): (index: number) => Reader {
  const made: Reader[] = []
  return (index) => {
    made[index] ??= (row) => read(row, index)
    return made[index]
  }
}

const maxOf = readers((row, index) => row.values[index]?.max)
const meanOf = readers((row, index) => row.values[index]?.mean)
