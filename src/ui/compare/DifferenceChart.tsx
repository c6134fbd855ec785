import { Area, AreaChart, ReferenceLine } from 'recharts'
import { formatTick } from '../../base/format'
import type { LatencyHistogram } from '../../engine/runResult'
import { valueTicks } from '../charts/axis'
import { axisTick } from '../charts/axisTick'
import { CHART_HEIGHT, PLOT } from '../charts/chartSize'
import { LatencyAxis } from '../charts/LatencyAxis'
import { usePlace } from '../charts/usePlace'
import { ValueAxis } from '../charts/ValueAxis'
import { ComparisonCard } from './ComparisonCard'
import type { ComparedRun } from './comparedRun'
import { changeText } from './pairingWords'

interface DifferenceChartProps {
  /** The two runs. */
  readonly runs: readonly ComparedRun[]
  readonly histogram: LatencyHistogram
}

/** How many requests became faster or slower by how much. */
export function DifferenceChart({ runs, histogram }: DifferenceChartProps) {
  const place = usePlace<HTMLDivElement>()
  const { edges, counts } = histogram
  return (
    <ComparisonCard
      id="changed-requests"
      runs={runs}
      title="Changed requests"
      unit="by change of latency"
      description="Requests that became faster (left of zero) or slower, by how much; the outermost bins hold what lies beyond them, too."
      empty={counts.length === 0 ? 'No request became faster or slower.' : undefined}
      place={place.ref}
      chart={place.width > 0 && <Outline histogram={histogram} width={place.width} />}
      table={() => ({
        caption: 'Changed requests by change of latency',
        columns: ['from [s]', 'to [s]', 'requests'],
        rows: Array.from(counts, (count, bin) => [edges[bin], edges[bin + 1], count]),
      })}
    />
  )
}

function Outline({
  histogram: { edges, counts },
  width,
}: {
  readonly histogram: LatencyHistogram
  readonly width: number
}) {
  const first = edges[0] ?? 0
  const last = edges.at(-1) ?? 1
  const most = counts.reduce((a, b) => Math.max(a, b), 1)
  const levels = valueTicks(most, 5).filter(Number.isInteger)
  return (
    <div role="img" aria-label="Requests by change of latency; left of zero is faster">
      <AreaChart
        width={width}
        height={CHART_HEIGHT}
        data={Array.from(edges, (from, bin) => ({ from, count: counts[bin] ?? 0 }))}
        margin={PLOT.margin}
        accessibilityLayer={false}
        style={PLOT.style}
      >
        <ValueAxis levels={levels} tick={countTick} />
        <LatencyAxis dataKey="from" first={first} last={last} width={width} tick={changeTick} />
        <Area
          dataKey="count"
          type="stepAfter"
          stroke="var(--series-1)"
          fill="var(--series-1)"
          fillOpacity={0.25}
          strokeWidth={1.5}
          isAnimationActive={false}
        />
        <ReferenceLine x={0} stroke="var(--text)" strokeDasharray="2 3" />
      </AreaChart>
    </div>
  )
}

const changeTick = axisTick(changeText)
const countTick = axisTick(formatTick)
