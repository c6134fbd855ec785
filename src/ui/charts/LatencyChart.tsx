import { memo } from 'react'
import { Area, AreaChart } from 'recharts'
import { formatCount, formatSeconds, formatTick } from '../../base/format'
import { valueTicks } from './axis'
import { axisTick } from './axisTick'
import { CHART_HEIGHT, PLOT } from './chartSize'
import styles from './charts.module.css'
import { LatencyAxis } from './LatencyAxis'
import { marginBelowLabels, type Percentile, PercentileLines } from './PercentileLines'
import { PointTooltip } from './PointTooltip'
import { useTouched } from './useTouched'
import { ValueAxis } from './ValueAxis'

/** One bin as the chart reads it: requests with a latency in [from, to). */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

export interface LatencyChartProps {
  readonly bins: readonly Bin[]
  readonly percentiles: readonly Percentile[]
  /** Scale of the latencies, and of the counts. */
  readonly logX: boolean
  readonly logY: boolean
  /** [px] */
  readonly width: number
}

/** How many requests took how long, with the percentiles of the cards as lines. */
export const LatencyChart = memo(function LatencyChart(props: LatencyChartProps) {
  const { bins, percentiles, logX, logY, width } = props
  const last = bins.at(-1)?.to ?? 1
  const outline = [...bins, { from: last, to: last, count: 0 }]
  const floor = logY ? LOG_FLOOR : 0
  const { touched, handlers } = useTouched()
  return (
    <div {...handlers}>
      <AreaChart
        width={width}
        height={CHART_HEIGHT}
        data={outline}
        margin={marginBelowLabels(percentiles)}
        aria-label="Requests by latency"
        style={PLOT.style}
      >
        <ValueAxis levels={countTicks(bins, logY)} tick={countTick} logarithmic={logY} from={floor} />
        <LatencyAxis dataKey="from" first={bins[0]?.from ?? 0} last={last} logarithmic={logX} width={width} />
        <Area
          dataKey={logY ? countAboveFloor : 'count'}
          type="stepAfter"
          baseValue={floor}
          stroke="var(--series-1)"
          fill="var(--series-1)"
          fillOpacity={0.25}
          strokeWidth={1.5}
          isAnimationActive={false}
        />
        <PercentileLines percentiles={percentiles} width={width} />
        {touched && <PointTooltip describe={describeBin} />}
      </AreaChart>
    </div>
  )
})

function describeBin({ from, to, count }: Bin) {
  if (from === to) return null
  return (
    <>
      <p className={styles.tooltipHead}>
        {formatSeconds(from)} to {formatSeconds(to)}
      </p>
      <p>{formatCount(count)} requests</p>
    </>
  )
}

const countTick = axisTick(formatTick)

/** Where an empty bin stands on a logarithmic axis: below a single request. */
const LOG_FLOOR = 0.5
const countAboveFloor = ({ count }: Bin) => Math.max(LOG_FLOOR, count)

function countTicks(bins: readonly Bin[], logarithmic: boolean): number[] {
  const most = bins.reduce((a, { count }) => Math.max(a, count), 1)
  if (!logarithmic) return valueTicks(most, 5).filter(Number.isInteger)
  return Array.from({ length: Math.ceil(Math.log10(most)) + 1 }, (_, power) => 10 ** power)
}
