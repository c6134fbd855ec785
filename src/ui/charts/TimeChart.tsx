import { memo } from 'react'
import { Line, LineChart, ReferenceLine } from 'recharts'
import type { TimeWindow } from '../../store/contracts'
import { valueTicks } from './axis'
import { ChartAxes } from './ChartAxes'
import type { ChartLine } from './chartLines'
import { CHART_HEIGHT, PLOT } from './chartSize'
import type { ChartRow } from './decimate'
import type { Marker } from './markers'
import { readers } from './readers'
import { TimeMarks } from './TimeMarks'
import { type ChartUnit, formatLevel, isCounted } from './units'

/** A level drawn across the chart, like the RAM of a server. */
export interface Limit {
  readonly label: string
  readonly value: number
}

export interface TimeChartProps {
  readonly unit: ChartUnit
  readonly lines: readonly ChartLine[]
  /** Values by line, in the order of `lines`. */
  readonly rows: readonly ChartRow[]
  /** Whether the mean of each interval is drawn besides its largest value. */
  readonly withMeans: boolean
  readonly window: TimeWindow
  readonly limits: readonly Limit[]
  readonly markers: readonly Marker[]
  /** [px] */
  readonly width: number
}

/**
 * Lines over simulated time. The strong line is the largest value of each interval, so that no peak is lost;
 * the thin one, if wanted, the mean.
 */
export const TimeChart = memo(function TimeChart(props: TimeChartProps) {
  const { unit, lines, rows, withMeans, window, limits, markers, width } = props
  const levels = valueTicks(highest(rows, limits, unit), 5).filter(
    (level) => !isCounted(unit) || Number.isInteger(level),
  )
  return (
    <LineChart
      width={width}
      height={CHART_HEIGHT}
      data={rows as ChartRow[]}
      margin={PLOT.margin}
      accessibilityLayer={false}
      style={PLOT.style}
    >
      <ChartAxes window={window} width={width} levels={levels} formatLevel={formatLevel(unit)} />
      <TimeMarks markers={markers} window={window} width={width} />
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
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  )
})

/** Top of the plot: nothing is cut off, and zeros are a line at the bottom. */
function highest(rows: readonly ChartRow[], limits: readonly Limit[], unit: ChartUnit): number {
  let most = limits.reduce((a, { value }) => Math.max(a, value), isCounted(unit) ? 1 : 0)
  for (const { values } of rows) for (const value of values) most = Math.max(most, value?.max ?? 0)
  return most > 0 ? most : 1
}

const maxOf = readers<ChartRow>((row, index) => row.values[index]?.max)
const meanOf = readers<ChartRow>((row, index) => row.values[index]?.mean)
