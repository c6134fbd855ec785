import { memo } from 'react'
import { Area, AreaChart } from 'recharts'
import type { TimeWindow } from '../../store/contracts'
import { valueTicks } from './axis'
import { ChartAxes } from './ChartAxes'
import type { LegendEntry } from './chartLines'
import { CHART_HEIGHT, PLOT } from './chartSize'
import type { Marker } from './markers'
import { readers } from './readers'
import { TimeMarks } from './TimeMarks'
import { type ChartUnit, formatLevel } from './units'

/** The parts of a whole at one time; undefined: nothing is known of it. */
export interface StackRow {
  /** [s] */
  readonly time: number
  readonly parts: readonly number[] | undefined
}

export interface StackChartProps {
  readonly unit: ChartUnit
  readonly layers: readonly LegendEntry[]
  readonly rows: readonly StackRow[]
  readonly window: TimeWindow
  readonly markers: readonly Marker[]
  /** [px] */
  readonly width: number
}

/** Parts of a whole over time, one on top of the other. */
export const StackChart = memo(function StackChart({ unit, layers, rows, window, markers, width }: StackChartProps) {
  const highest = rows.reduce((most, { parts }) => Math.max(most, parts?.reduce((a, b) => a + b, 0) ?? 0), 0)
  return (
    <AreaChart
      width={width}
      height={CHART_HEIGHT}
      data={rows as StackRow[]}
      margin={PLOT.margin}
      accessibilityLayer={false}
      style={PLOT.style}
    >
      <ChartAxes
        window={window}
        width={width}
        levels={valueTicks(highest > 0 ? highest : 1, 5)}
        formatLevel={formatLevel(unit)}
      />
      {layers.map(({ name, color }, index) => (
        <Area
          key={name}
          name={name}
          dataKey={partOf(index)}
          stackId="whole"
          type="linear"
          stroke="none"
          fill={color}
          fillOpacity={1}
          activeDot={false}
          isAnimationActive={false}
        />
      ))}
      <TimeMarks markers={markers} window={window} width={width} />
    </AreaChart>
  )
})

const partOf = readers<StackRow>(({ parts }, index) => parts?.[index])
