import { useMemo } from 'react'
import type { LatencyHistogram } from '../../engine/runResult'
import { type Bin, LatencyChart } from '../charts/LatencyChart'
import { binned } from '../charts/latencyCells'
import { usePaced } from '../charts/usePaced'
import { usePlace } from '../charts/usePlace'
import { ChartCard } from './ChartCard'
import { usePanel } from './PanelContext'
import { useLatencies } from './useLatencies'
import { useLatencyScales } from './useLatencyScales'

/** As many as the run's own histogram has. */
const BINS = 64

/** Distribution of latencies, with its table. */
export function LatencyChartCard() {
  const { run } = usePanel()
  const { counts, percentiles, histogram, empty } = useLatencies()
  const { logX, logY, switches } = useLatencyScales(counts.latency)
  const place = usePlace<HTMLDivElement>()
  const bins = useMemo(() => {
    const suits = histogram !== undefined && isGeometric(histogram) === logX
    return binsOf(suits ? histogram : binned(counts, logX, BINS))
  }, [counts, histogram, logX])
  const picture = useMemo(
    () => ({ bins, percentiles, logX, logY, width: place.width }),
    [bins, percentiles, logX, logY, place.width],
  )
  const paced = usePaced(picture, place.width > 0 && (place.inView || !run.live))
  return (
    <ChartCard
      title="Latency distribution"
      unit="requests"
      description="Completed requests by the time from their start to the answer."
      empty={empty}
      switches={switches}
      place={place.ref}
      chart={paced && <LatencyChart {...paced} />}
      table={() => ({
        caption: 'Completed requests by latency',
        columns: ['from [s]', 'to [s]', 'requests'],
        rows: bins.map(({ from, to, count }) => [from, to, count]),
      })}
    />
  )
}

function binsOf({ edges, counts }: LatencyHistogram): Bin[] {
  return Array.from(counts, (count, bin) => ({ from: edges[bin] as number, to: edges[bin + 1] as number, count }))
}

/** Whether bins are of one ratio rather than of one width. */
function isGeometric({ edges }: LatencyHistogram): boolean {
  const bins = edges.length - 1
  if (bins < 1) return false
  const [first, second, beforeLast, last] = [edges[0]!, edges[1]!, edges[bins - 1]!, edges[bins]!]
  return last - beforeLast > 1.5 * (second - first)
}
