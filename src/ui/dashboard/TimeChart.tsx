import { memo } from 'react'
import { CartesianGrid, Line, LineChart, ReferenceArea, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { formatTick } from '../../base/format'
import type { InjectedEvent } from '../../scenario/injectedEvents'
import { timeAxis, valueTicks } from './axis'
import { axisTick } from './axisTick'
import type { ChartLine } from './chartLines'
import { CHART_HEIGHT, PLOT } from './chartSize'
import type { ChartRow, TimeWindow } from './decimate'
import { EventLabel } from './EventLabel'
import { eventLanes } from './eventLanes'
import { TimeTooltip } from './TimeTooltip'
import { useTouched } from './useTouched'

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
  /** Whether the mean of each interval is drawn besides its largest value. */
  readonly withMeans: boolean
  readonly window: TimeWindow
  readonly limits: readonly Limit[]
  readonly injectedEvents: readonly InjectedEvent[]
  /** [px] */
  readonly width: number
}

/**
 * Lines over simulated time. The strong line is the largest value of each interval, so that no peak is lost;
 * the thin one, if wanted, the mean.
 */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { label, unit, lines, rows, withMeans, window, limits, injectedEvents, width } = props
  const axis = timeAxis(window, Math.max(2, Math.floor((width - PLOT.left) / 90)))
  const levels = valueTicks(highest(rows, limits), 5).filter((level) => unit === 'MB' || Number.isInteger(level))
  const lanes = eventLanes(injectedEvents)
  const { touched, handlers } = useTouched()
  return (
    <div {...handlers}>
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
          interval={0}
          tick={axisTick(axis.format)}
          height={PLOT.bottom}
          stroke="var(--chart-axis)"
          tickLine={false}
        />
        <YAxis
          width={PLOT.left}
          domain={[0, levels.at(-1) ?? 1]}
          ticks={levels}
          interval={0}
          tick={valueTick}
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
            stroke="var(--chart-axis)"
            strokeDasharray="2 4"
            label={{ value: limit.label, position: 'insideBottomRight', fill: 'var(--text-muted)', fontSize: 11 }}
          />
        ))}
        {withMeans &&
          lines.map((line, index) => (
            <Line
              key={line.name}
              dataKey={meanOf(index)}
              stroke={line.color}
              strokeOpacity={0.6}
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
        {touched && (
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
        )}
      </LineChart>
    </div>
  )
})

/** Top of the plot: nothing is cut off, and zeros are a line at the bottom. */
function highest(rows: readonly ChartRow[], limits: readonly Limit[]): number {
  const values = rows.flatMap((row) => row.values.map((value) => value?.max ?? 0))
  return [...values, ...limits.map(({ value }) => value)].reduce((a, b) => Math.max(a, b), 1)
}

const valueTick = axisTick(formatTick)

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
