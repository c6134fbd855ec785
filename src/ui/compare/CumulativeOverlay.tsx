import { useId, useMemo } from 'react'
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import { formatNumber, formatSeconds } from '../../base/format'
import { logarithmicTicks, roundTicks } from '../dashboard/axis'
import { axisTick } from '../dashboard/axisTick'
import { CHART_HEIGHT, PLOT } from '../dashboard/chartSize'
import chartStyles from '../dashboard/charts.module.css'
import { usePlace } from '../dashboard/usePlace'
import type { ComparedRun } from './comparedRun'
import { cumulativeOf } from './cumulativeOf'
import { RunLegend } from './RunLegend'

/** Which share of each run's requests took at most how long: the curve further left is the faster run. */
export function CumulativeOverlay({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const headingId = useId()
  const place = usePlace<HTMLDivElement>()
  const curves = useMemo(
    () => runs.map((compared) => ({ ...compared, points: cumulativeOf(compared.run.result.histogram) })),
    [runs],
  )
  const latencies = curves
    .flatMap(({ points }) => points.map(({ latency }) => latency))
    .filter((latency) => latency > 0)
  const first = latencies.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = latencies.reduce((a, b) => Math.max(a, b), 0)
  const geometric = last > GEOMETRIC_FROM * first
  const start = geometric ? first : 0
  const room = Math.max(2, Math.floor(place.width / 90))
  return (
    <section className={chartStyles.card} aria-labelledby={headingId}>
      <header className={chartStyles.cardHead}>
        <h3 id={headingId}>Latency, cumulative</h3>
        <span className={chartStyles.unit}>share of requests</span>
      </header>
      <div ref={place.ref} style={{ minHeight: CHART_HEIGHT }} role="img" aria-label={spoken(runs)}>
        {place.width > 0 && last > 0 && (
          <LineChart
            width={place.width}
            height={CHART_HEIGHT}
            margin={PLOT.margin}
            accessibilityLayer={false}
            style={PLOT.style}
          >
            <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
            <XAxis
              dataKey="latency"
              type="number"
              domain={[start, last]}
              allowDataOverflow
              scale={geometric ? 'log' : 'linear'}
              ticks={geometric ? logarithmicTicks(start, last, room) : roundTicks(start, last, room)}
              interval={0}
              tick={latencyTick}
              height={PLOT.bottom}
              stroke="var(--chart-axis)"
              tickLine={false}
            />
            <YAxis
              width={PLOT.left}
              domain={[0, 1]}
              ticks={[0, 0.25, 0.5, 0.75, 1]}
              interval={0}
              tick={shareTick}
              stroke="var(--chart-axis)"
              axisLine={false}
              tickLine={false}
            />
            {curves.map(({ id, points, color, dash }) => (
              <Line
                key={id}
                data={points}
                dataKey="share"
                stroke={color}
                strokeDasharray={dash}
                strokeWidth={1.5}
                dot={false}
                isAnimationActive={false}
              />
            ))}
          </LineChart>
        )}
      </div>
      <RunLegend lines={runs.map((compared) => ({ ...compared, name: compared.letter }))} />
    </section>
  )
}

/** From this ratio of the slowest to the fastest request on, equal steps would hide the fast ones. */
const GEOMETRIC_FROM = 16

const latencyTick = axisTick(formatSeconds)
const shareTick = axisTick((share) => `${formatNumber(share * 100)} %`)

function spoken(runs: readonly ComparedRun[]): string {
  const each = runs.map(({ letter, run: { result } }) => {
    const { p50, p95, p99 } = result.summary.latency
    return `${letter}: p50 ${formatSeconds(p50)}, p95 ${formatSeconds(p95)}, p99 ${formatSeconds(p99)}`
  })
  return `Cumulative latency of the runs; ${each.join('; ')}`
}
