import { memo } from 'react'
import { Line, LineChart } from 'recharts'
import { formatNumber, formatSeconds } from '../../base/format'
import { axisTick } from './axisTick'
import type { LegendEntry } from './chartLines'
import { CHART_HEIGHT, PLOT } from './chartSize'
import styles from './charts.module.css'
import type { CumulativeRow } from './cumulativeRows'
import { LatencyAxis } from './LatencyAxis'
import { LineSample } from './LineSample'
import { marginBelowLabels, type Percentile, PercentileLines } from './PercentileLines'
import { PointTooltip } from './PointTooltip'
import { readers } from './readers'
import { useTouched } from './useTouched'
import { ValueAxis } from './ValueAxis'

export interface CumulativeChartProps {
  /** What the chart shows, for screen readers. */
  readonly label: string
  readonly curves: readonly LegendEntry[]
  /** Shares by curve, in the order of `curves`. */
  readonly rows: readonly CumulativeRow[]
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
  const { label, curves, rows, percentiles, logX, logY, width } = props
  const first = logX ? (rows.find(({ latency }) => latency > 0)?.latency ?? 0) : 0
  const { touched, handlers } = useTouched()
  return (
    <div {...handlers}>
      <LineChart
        width={width}
        height={CHART_HEIGHT}
        data={rows as CumulativeRow[]}
        margin={marginBelowLabels(percentiles)}
        aria-label={label}
        style={PLOT.style}
      >
        <ValueAxis levels={logY ? tailLevels(rows) : SHARES} tick={shareTick} logarithmic={logY} />
        <LatencyAxis
          dataKey="latency"
          first={first}
          last={rows.at(-1)?.latency ?? 1}
          logarithmic={logX}
          width={width}
        />
        {curves.map(({ name, color, dash }, index) => (
          <Line
            key={name}
            dataKey={logY ? tailOf(index) : shareOf(index)}
            type="stepAfter"
            stroke={color}
            strokeDasharray={dash}
            strokeWidth={1.5}
            dot={rows.length === 1}
            isAnimationActive={false}
          />
        ))}
        <PercentileLines percentiles={percentiles} width={width} />
        {touched && <PointTooltip describe={(row: CumulativeRow) => <Shares row={row} curves={curves} />} />}
      </LineChart>
    </div>
  )
})

function Shares({ row, curves }: { readonly row: CumulativeRow; readonly curves: readonly LegendEntry[] }) {
  return (
    <>
      {curves.map((curve, index) => (
        <p key={curve.name} className={styles.tooltipLine}>
          {curves.length > 1 && (
            <>
              <LineSample line={curve} />
              <span className={styles.tooltipName}>{curve.name}</span>
            </>
          )}
          {percent(row.shares[index])} of the requests
        </p>
      ))}
      <p className={styles.tooltipHead}>took at most {formatSeconds(row.latency)}</p>
    </>
  )
}

const SHARES = [0, 0.25, 0.5, 0.75, 1]
const percent = (share: number | undefined) => `${formatNumber(share === undefined ? share : share * 100, 6)} %`
const shareTick = axisTick(percent)

const shareOf = readers<CumulativeRow>(({ shares }, index) => shares[index])
/** Undefined at the last point: nothing took longer, and zero has no place on a logarithmic axis. */
const tailOf = readers<CumulativeRow>(({ shares }, index) => {
  const share = shares[index]
  return share === undefined || share === 1 ? undefined : 1 - share
})

/** Powers of ten from below the smallest share that took longer up to 1. */
function tailLevels(rows: readonly CumulativeRow[]): number[] {
  let smallest = 0.1
  for (const { shares } of rows) {
    for (const share of shares) if (share !== undefined && share < 1) smallest = Math.min(smallest, 1 - share)
  }
  const powers = Math.ceil(-Math.log10(smallest))
  return Array.from({ length: powers + 1 }, (_, power) => 10 ** (power - powers))
}
