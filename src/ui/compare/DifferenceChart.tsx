import { Table } from 'lucide-react'
import { useId, useMemo, useState } from 'react'
import { Area, AreaChart, CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts'
import { formatTick } from '../../base/format'
import type { LatencyHistogram } from '../../engine/runResult'
import { Button } from '../../widgets/Button'
import { roundTicks, valueTicks } from '../dashboard/axis'
import { axisTick } from '../dashboard/axisTick'
import { CHART_HEIGHT, PLOT } from '../dashboard/chartSize'
import chartStyles from '../dashboard/charts.module.css'
import { DataTable } from '../dashboard/DataTable'
import { usePlace } from '../dashboard/usePlace'
import { changeText } from './pairingWords'

/** How many requests became faster or slower by how much. */
export function DifferenceChart({ histogram }: { readonly histogram: LatencyHistogram }) {
  const [asTable, setAsTable] = useState(false)
  const headingId = useId()
  const place = usePlace<HTMLDivElement>()
  const { edges, counts } = histogram
  const outline = useMemo(() => Array.from(edges, (from, bin) => ({ from, count: counts[bin] ?? 0 })), [edges, counts])
  const levels = valueTicks(
    counts.reduce((a, b) => Math.max(a, b), 1),
    5,
  ).filter(Number.isInteger)
  const first = edges[0] ?? 0
  const last = edges.at(-1) ?? 1
  return (
    <section className={chartStyles.card} aria-labelledby={headingId}>
      <header className={chartStyles.cardHead}>
        <h3 id={headingId}>Changed requests by change of latency</h3>
        <span className={chartStyles.unit}>requests</span>
        <span className={chartStyles.switches}>
          <Button
            variant="quiet"
            size="s"
            icon={<Table size={14} />}
            aria-pressed={asTable}
            aria-label="Changed requests as data table"
            title="Data table"
            onClick={() => setAsTable(!asTable)}
          />
        </span>
      </header>
      <div ref={place.ref} style={{ minHeight: CHART_HEIGHT }}>
        {counts.length === 0 && <p className={chartStyles.empty}>No request became faster or slower.</p>}
        {counts.length > 0 && asTable && (
          <DataTable
            caption="Changed requests by change of latency"
            columns={['from [s]', 'to [s]', 'requests']}
            rows={Array.from(counts, (count, bin) => [edges[bin], edges[bin + 1], count])}
          />
        )}
        {counts.length > 0 && !asTable && place.width > 0 && (
          <div role="img" aria-label="Requests by change of latency; left of zero is faster">
            <AreaChart
              width={place.width}
              height={CHART_HEIGHT}
              data={outline}
              margin={PLOT.margin}
              accessibilityLayer={false}
              style={PLOT.style}
            >
              <CartesianGrid vertical={false} stroke="var(--chart-grid)" />
              <XAxis
                dataKey="from"
                type="number"
                domain={[first, last]}
                ticks={roundTicks(first, last, Math.max(2, Math.floor(place.width / 90)))}
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
        )}
      </div>
    </section>
  )
}

const changeTick = axisTick(changeText)
const countTick = axisTick(formatTick)
