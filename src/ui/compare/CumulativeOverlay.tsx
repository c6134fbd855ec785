import { useMemo } from 'react'
import { CartesianGrid, Line, LineChart, XAxis, YAxis } from 'recharts'
import { formatNumber, formatSeconds } from '../../base/format'
import { logarithmicTicks, roundTicks } from '../dashboard/axis'
import { axisTick } from '../dashboard/axisTick'
import { CHART_HEIGHT, PLOT } from '../dashboard/chartSize'
import { usePlace } from '../dashboard/usePlace'
import { ComparisonCard } from './ComparisonCard'
import type { ComparedRun } from './comparedRun'
import { type CumulativePoint, cumulativeOf } from './cumulativeOf'

interface Curve extends ComparedRun {
  readonly points: readonly CumulativePoint[]
}

/** Which share of each run's requests took at most how long: the curve further left is the faster run. */
export function CumulativeOverlay({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const place = usePlace<HTMLDivElement>()
  const curves = useMemo(
    () => runs.map((compared): Curve => ({ ...compared, points: cumulativeOf(compared.run.result.histogram) })),
    [runs],
  )
  const isEmpty = curves.every(({ points }) => points.length === 0)
  return (
    <ComparisonCard
      title="Latency, cumulative"
      unit="share of requests"
      description="Which share of the completed requests took at most how long."
      empty={isEmpty ? 'No request has completed, so there is no latency to show.' : undefined}
      place={place.ref}
      chart={place.width > 0 && <CumulativeChart curves={curves} width={place.width} />}
      table={() => ({
        caption: 'Share of requests by latency',
        columns: ['point', 'latency at most [s]', 'share'],
        rows: curves.flatMap(({ letter, points }) =>
          points.map(({ latency, share }, i) => [`${letter}${i + 1}`, latency, share]),
        ),
      })}
      legend={runs.map(({ letter, color, dash }) => ({ name: letter, color, dash }))}
    />
  )
}

/** From this ratio of the slowest to the fastest request on, equal steps would hide the fast ones. */
const GEOMETRIC_FROM = 16

function CumulativeChart({ curves, width }: { readonly curves: readonly Curve[]; readonly width: number }) {
  const latencies = curves.flatMap(({ points }) => points.map(({ latency }) => latency)).filter((one) => one > 0)
  const fastest = latencies.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const last = latencies.reduce((a, b) => Math.max(a, b), 0)
  const geometric = last > GEOMETRIC_FROM * fastest
  const first = geometric ? fastest : 0
  const room = Math.max(2, Math.floor(width / 90))
  return (
    <div role="img" aria-label={spoken(curves)}>
      <LineChart width={width} height={CHART_HEIGHT} margin={PLOT.margin} accessibilityLayer={false} style={PLOT.style}>
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="latency"
          type="number"
          domain={[first, last]}
          allowDataOverflow
          scale={geometric ? 'log' : 'linear'}
          ticks={geometric ? logarithmicTicks(first, last, room) : roundTicks(first, last, room)}
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
            data={points as CumulativePoint[]}
            dataKey="share"
            stroke={color}
            strokeDasharray={dash}
            strokeWidth={1.5}
            dot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </div>
  )
}

const latencyTick = axisTick(formatSeconds)
const shareTick = axisTick((share) => `${formatNumber(share * 100)} %`)

function spoken(runs: readonly ComparedRun[]): string {
  const each = runs.map(({ letter, run: { result } }) => {
    const { p50, p95, p99 } = result.summary.latency
    return `${letter}: p50 ${formatSeconds(p50)}, p95 ${formatSeconds(p95)}, p99 ${formatSeconds(p99)}`
  })
  return `Cumulative latency of the runs; ${each.join('; ')}`
}
