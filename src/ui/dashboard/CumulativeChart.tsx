import { memo } from 'react'
import { CartesianGrid, Line, LineChart, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import { formatNumber, formatSeconds } from '../../base/format'
import { logarithmicTicks, roundTicks } from './axis'
import { axisTick } from './axisTick'
import { CHART_HEIGHT, LABEL_HEIGHT, PLOT } from './chartSize'
import styles from './charts.module.css'
import type { Percentile } from './LatencyChart'
import type { CumulativePoint } from './latencyCells'
import { PercentileLabel } from './PercentileLabel'
import { useTouched } from './useTouched'

export interface CumulativeChartProps {
  readonly points: readonly CumulativePoint[]
  readonly percentiles: readonly Percentile[]
  /** Scale of the latencies. */
  readonly logX: boolean
  /** Shows the share that took longer, on a logarithmic scale, in place of the share that took no longer. */
  readonly logY: boolean
  /** [px] */
  readonly width: number
}

/** Which share of the requests took at most, or longer than, each latency. */
export const CumulativeChart = memo(function CumulativeChart(props: CumulativeChartProps) {
  const { points, percentiles, logX, logY, width } = props
  const last = points.at(-1)?.latency ?? 1
  const first = logX ? (points.find(({ latency }) => latency > 0)?.latency ?? 0) : 0
  const room = Math.max(2, Math.floor(width / 90))
  const rarest = smallestTail(points)
  const { touched, handlers } = useTouched()
  return (
    <div {...handlers}>
      <LineChart
        width={width}
        height={CHART_HEIGHT}
        data={points as CumulativePoint[]}
        margin={{ ...PLOT.margin, top: 8 + LABEL_HEIGHT * percentiles.length }}
        aria-label={logY ? 'Share of requests that took longer' : 'Share of requests that took at most'}
        style={PLOT.style}
      >
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="latency"
          type="number"
          domain={[first, last]}
          allowDataOverflow
          scale={logX ? 'log' : 'linear'}
          ticks={logX ? logarithmicTicks(first, last, room) : roundTicks(first, last, room)}
          interval={0}
          tick={axisTick(formatSeconds)}
          height={PLOT.bottom}
          stroke="var(--chart-axis)"
          tickLine={false}
        />
        <YAxis
          width={PLOT.left}
          scale={logY ? 'log' : 'linear'}
          domain={logY ? [rarest, 1] : [0, 1]}
          ticks={logY ? powersFrom(rarest) : [0, 0.25, 0.5, 0.75, 1]}
          interval={0}
          allowDataOverflow
          tick={axisTick(percent)}
          stroke="var(--chart-axis)"
          axisLine={false}
          tickLine={false}
        />
        <Line
          dataKey={logY ? tailOf : 'share'}
          type="stepAfter"
          stroke="var(--series-1)"
          strokeWidth={1.5}
          dot={points.length === 1}
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
              const point = active ? (payload[0]?.payload as CumulativePoint | undefined) : undefined
              return point === undefined ? null : (
                <div className={styles.tooltip}>
                  <p>{percent(point.share)} of the requests</p>
                  <p className={styles.tooltipHead}>took at most {formatSeconds(point.latency)}</p>
                </div>
              )
            }}
          />
        )}
      </LineChart>
    </div>
  )
})

const percent = (share: number) => `${formatNumber(share * 100, 6)} %`

/** Undefined at the last point: nothing took longer, and zero has no place on a logarithmic axis. */
const tailOf = ({ share }: CumulativePoint) => (share < 1 ? 1 - share : undefined)

/** The power of ten below the smallest share that took longer. */
function smallestTail(points: readonly CumulativePoint[]): number {
  const smallest = points.reduce((least, { share }) => (share < 1 ? Math.min(least, 1 - share) : least), 0.1)
  return 10 ** Math.floor(Math.log10(smallest))
}

function powersFrom(smallest: number): number[] {
  const powers = Math.round(-Math.log10(smallest))
  return Array.from({ length: powers + 1 }, (_, power) => 10 ** -power)
}
