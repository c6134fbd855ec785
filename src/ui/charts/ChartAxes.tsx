import { XAxis } from 'recharts'
import type { TimeWindow } from '../../store/contracts'
import { timeAxis } from './axis'
import { axisTick } from './axisTick'
import { PLOT } from './chartSize'
import { ValueAxis } from './ValueAxis'

interface ChartAxesProps {
  readonly window: TimeWindow
  /** Width of the chart [px]. */
  readonly width: number
  /** Ticks of the values, ascending; the first and the last are the ends of the axis. */
  readonly levels: readonly number[]
  readonly formatLevel: (value: number) => string
}

/** Grid, time axis and axis of values of a chart over time. */
export function ChartAxes({ window, width, levels, formatLevel }: ChartAxesProps) {
  const axis = timeAxis(window, Math.max(2, Math.floor((width - PLOT.left) / 90)))
  return (
    <>
      <ValueAxis levels={levels} tick={axisTick(formatLevel)} />
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
    </>
  )
}
