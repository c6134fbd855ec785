import { memo } from 'react'
import { Area, AreaChart, CartesianGrid, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { formatCount, formatSeconds, formatTick } from '../../base/format'
import { logarithmicTicks, roundTicks, valueTicks } from './axis'
import { axisTick } from './axisTick'
import { CHART_HEIGHT, LABEL_HEIGHT, PLOT } from './chartSize'
import styles from './charts.module.css'
import { PercentileLabel } from './PercentileLabel'
import { useTouched } from './useTouched'

/** One bin as the chart reads it: requests with a latency in [from, to). */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
}

export interface Percentile {
  readonly name: string
  /** [s] */
  readonly value: number
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
  const first = bins[0]?.from ?? 0
  const last = bins.at(-1)?.to ?? 1
  const room = Math.max(2, Math.floor(width / 90))
  const levels = countTicks(Math.max(1, ...bins.map(({ count }) => count)), logY)
  const outline = [...bins, { from: last, to: last, count: 0 }]
  const { touched, handlers } = useTouched()
  return (
    <div {...handlers}>
      <AreaChart
        width={width}
        height={CHART_HEIGHT}
        data={outline}
        margin={{ ...PLOT.margin, top: 8 + LABEL_HEIGHT * percentiles.length }}
        aria-label="Requests by latency"
        style={PLOT.style}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="from"
          type="number"
          domain={[first, last]}
          scale={logX ? 'log' : 'linear'}
          ticks={logX ? logarithmicTicks(first, last, room) : roundTicks(first, last, room)}
          interval={0}
          tick={latencyTick}
          height={PLOT.bottom}
          stroke="var(--chart-axis)"
          tickLine={false}
        />
        <YAxis
          width={PLOT.left}
          scale={logY ? 'log' : 'linear'}
          domain={[logY ? LOG_FLOOR : 0, levels.at(-1) ?? 1]}
          ticks={levels}
          interval={0}
          allowDataOverflow
          tick={countTick}
          stroke="var(--chart-axis)"
          axisLine={false}
          tickLine={false}
        />
        <Area
          dataKey={logY ? countAboveFloor : 'count'}
          type="stepAfter"
          baseValue={logY ? LOG_FLOOR : 0}
          stroke="var(--series-1)"
          fill="var(--series-1)"
          fillOpacity={0.25}
          strokeWidth={1.5}
          isAnimationActive={false}
        />
        {percentiles.map(({ name, value }, index) => (
          <ReferenceLine
            key={name}
            x={value}
            ifOverflow="hidden"
            stroke="var(--text)"
            strokeDasharray={['1 0', '6 3', '2 3'][index % 3]}
            label={
              <PercentileLabel
                text={`${name} ${formatSeconds(value)}`}
                row={percentiles.length - 1 - index}
                chartWidth={width}
              />
            }
          />
        ))}
        {touched && (
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--border-strong)' }}
            content={({ active, payload }) => {
              const bin = active ? (payload[0]?.payload as Bin | undefined) : undefined
              return bin === undefined || bin.from === bin.to ? null : (
                <div className={styles.tooltip}>
                  <p className={styles.tooltipHead}>
                    {formatSeconds(bin.from)} to {formatSeconds(bin.to)}
                  </p>
                  <p>{formatCount(bin.count)} requests</p>
                </div>
              )
            }}
          />
        )}
      </AreaChart>
    </div>
  )
})

const latencyTick = axisTick(formatSeconds)
const countTick = axisTick(formatTick)

/** Where an empty bin stands on a logarithmic axis: below a single request. */
const LOG_FLOOR = 0.5
const countAboveFloor = ({ count }: Bin) => Math.max(LOG_FLOOR, count)

function countTicks(max: number, logarithmic: boolean): number[] {
  if (!logarithmic) return valueTicks(max, 5).filter(Number.isInteger)
  return Array.from({ length: Math.ceil(Math.log10(max)) + 1 }, (_, power) => 10 ** power)
}
