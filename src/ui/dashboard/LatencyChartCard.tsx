import { useMemo, useState } from 'react'
import { formatCount, formatNumber } from '../../base/format'
import type { LatencyHistogram, LatencySummary } from '../../engine/runResult'
import { Button } from '../../widgets/Button'
import { ChartCard } from './ChartCard'
import { DataTable } from './DataTable'
import { type Bin, LatencyChart, type Percentile } from './LatencyChart'
import { usePaced } from './usePaced'
import { usePlace } from './usePlace'

interface LatencyChartCardProps {
  readonly histogram: LatencyHistogram
  readonly latency: LatencySummary
  /** While true, the chart follows only where it can be seen. */
  readonly live: boolean
}

/** Distribution of latencies, with its table. */
export function LatencyChartCard({ histogram, latency, live }: LatencyChartCardProps) {
  const [logarithmic, setLogarithmic] = useState(false)
  const place = usePlace<HTMLDivElement>()
  const picture = useMemo(
    () => ({ bins: binsOf(histogram), percentiles: percentilesOf(latency), logarithmic, width: place.width }),
    [histogram, latency, logarithmic, place.width],
  )
  const paced = usePaced(picture, place.width > 0 && (place.inView || !live))
  return (
    <ChartCard
      title="Latency distribution"
      unit="requests"
      description="Completed requests by the time from their start to the answer."
      empty={latency.count === 0 ? 'No request has completed, so there is no latency to show.' : undefined}
      switches={
        <Button
          variant="quiet"
          size="s"
          aria-pressed={logarithmic}
          title="Logarithmic scale of counts: shows rare, slow requests"
          onClick={() => setLogarithmic(!logarithmic)}
        >
          Log scale
        </Button>
      }
      place={place.ref}
      chart={paced && <LatencyChart {...paced} />}
      table={() => (
        <DataTable
          caption="Completed requests by latency"
          columns={['from [s]', 'to [s]', 'requests']}
          rows={binsOf(histogram).map(({ from, to, count }) => [
            formatNumber(from, 6),
            formatNumber(to, 6),
            formatCount(count),
          ])}
        />
      )}
    />
  )
}

function binsOf({ edges, counts }: LatencyHistogram): Bin[] {
  return Array.from(counts, (count, bin) => ({ from: edges[bin] as number, to: edges[bin + 1] as number, count }))
}

function percentilesOf({ p50, p95, p99 }: LatencySummary): Percentile[] {
  const named = Object.entries({ p50, p95, p99 })
  return named.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}
