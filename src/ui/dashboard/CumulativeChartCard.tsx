import { useMemo } from 'react'
import { CumulativeChart } from '../charts/CumulativeChart'
import { cumulativeRows } from '../charts/cumulativeRows'
import { usePaced } from '../charts/usePaced'
import { usePlace } from '../charts/usePlace'
import { ChartCard } from './ChartCard'
import { usePanel } from './PanelContext'
import { useLatencies } from './useLatencies'
import { useLatencyScales } from './useLatencyScales'

const CURVES = [{ name: 'this run', color: 'var(--series-1)' }]

/** Cumulative curve of latencies, with its table. */
export function CumulativeChartCard() {
  const { run } = usePanel()
  const { counts, percentiles, empty } = useLatencies()
  const { logX, logY, switches } = useLatencyScales(counts.latency)
  const place = usePlace<HTMLDivElement>()
  const rows = useMemo(() => cumulativeRows([counts]), [counts])
  const picture = useMemo(
    () => ({ rows, percentiles, logX, logY, width: place.width }),
    [rows, percentiles, logX, logY, place.width],
  )
  const paced = usePaced(picture, place.width > 0 && (place.inView || !run.live))
  return (
    <ChartCard
      title="Latency, cumulative"
      unit={logY ? 'took longer' : 'took at most'}
      description="Which share of the completed requests took at most so long, or, with a logarithmic scale upwards, longer. Latencies are within 0.2 %."
      empty={empty}
      switches={switches}
      place={place.ref}
      chart={
        paced && (
          <CumulativeChart
            {...paced}
            curves={CURVES}
            label={logY ? 'Share of requests that took longer' : 'Share of requests that took at most'}
          />
        )
      }
      table={() => ({
        caption: 'Share of the completed requests by latency',
        columns: ['latency [s]', 'took at most [0…1]'],
        rows: rows.map(({ latency, shares }) => [latency, ...shares]),
      })}
    />
  )
}
