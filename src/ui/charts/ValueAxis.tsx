import { CartesianGrid, YAxis } from 'recharts'
import type { axisTick } from './axisTick'
import { PLOT } from './chartSize'

interface ValueAxisProps {
  /** Ticks, ascending; the first and the last are the ends of the axis. */
  readonly levels: readonly number[]
  /** Makes the text of a tick; a new function draws the axis anew. */
  readonly tick: ReturnType<typeof axisTick>
  readonly logarithmic?: boolean
  /** Lower end of the axis, where it is not the first tick. */
  readonly from?: number
}

/** Grid and axis of values, the same in every chart. */
export function ValueAxis({ levels, tick, logarithmic = false, from = levels[0] ?? 0 }: ValueAxisProps) {
  return (
    <>
      <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
      <YAxis
        width={PLOT.left}
        scale={logarithmic ? 'log' : 'linear'}
        domain={[from, levels.at(-1) ?? 1]}
        allowDataOverflow
        ticks={levels}
        interval={0}
        tick={tick}
        stroke="var(--chart-axis)"
        axisLine={false}
        tickLine={false}
      />
    </>
  )
}
