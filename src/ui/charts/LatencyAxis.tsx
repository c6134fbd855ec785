import { XAxis } from 'recharts'
import { formatSeconds } from '../../base/format'
import { logarithmicTicks, roundTicks } from './axis'
import { axisTick } from './axisTick'
import { PLOT } from './chartSize'

interface LatencyAxisProps {
  /** Where a row of the chart has its latency [s]. */
  readonly dataKey: string
  /** Ends of the axis [s]. */
  readonly first: number
  readonly last: number
  readonly logarithmic?: boolean
  /** Width of the chart [px]. */
  readonly width: number
  /** Makes the text of a tick; absent: a latency. */
  readonly tick?: ReturnType<typeof axisTick>
}

/** Axis of latencies, or of their changes, at the foot of a chart. */
export function LatencyAxis({
  dataKey,
  first,
  last,
  logarithmic = false,
  width,
  tick = latencyTick,
}: LatencyAxisProps) {
  const room = Math.max(2, Math.floor(width / 90))
  return (
    <XAxis
      dataKey={dataKey}
      type="number"
      domain={[first, last]}
      allowDataOverflow
      scale={logarithmic ? 'log' : 'linear'}
      ticks={logarithmic ? logarithmicTicks(first, last, room) : roundTicks(first, last, room)}
      interval={0}
      tick={tick}
      height={PLOT.bottom}
      stroke="var(--chart-axis)"
      tickLine={false}
    />
  )
}

const latencyTick = axisTick(formatSeconds)
