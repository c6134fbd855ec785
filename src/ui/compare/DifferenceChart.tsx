import { Area, AreaChart, CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts'
import { formatTick } from '../../base/format'
import type { LatencyHistogram } from '../../engine/runResult'
import { roundTicks, valueTicks } from '../dashboard/axis'
import { axisTick } from '../dashboard/axisTick'
import { CHART_HEIGHT, PLOT } from '../dashboard/chartSize'
import { usePlace } from '../dashboard/usePlace'
import { ComparisonCard } from './ComparisonCard'
import { changeText } from './pairingWords'

/** How many requests became faster or slower by how much. */
export function DifferenceChart({ histogram }: { readonly histogram: LatencyHistogram }) {
  const place = usePlace<HTMLDivElement>()
  const { edges, counts } = histogram
  return (
    <ComparisonCard
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
        <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
        <XAxis
          dataKey="from"
          type="number"
          domain={[first, last]}
          ticks={roundTicks(first, last, Math.max(2, Math.floor(width / 90)))}
          interval={0}
          tick={changeTick}
          height={PLOT.bottom}
          stroke="var(--chart-axis)"
          tickLine={false}
        />
        <YAxis
          width={PLOT.left}
          domain={[0, levels.at(-1) ?? 1]}
          ticks={levels}
          interval={0}
          tick={countTick}
          stroke="var(--chart-axis)"
          axisLine={false}
          tickLine={false}
        />
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
