import { useMemo, useState } from 'react'
import { AxisSwitches } from './AxisSwitches'
import { ChartCard } from './ChartCard'
import { CumulativeChart } from './CumulativeChart'
import { cumulative } from './latencyCells'
import { usePanel } from './PanelContext'
import { spansMagnitudes, useLatencies } from './useLatencies'
import { usePaced } from './usePaced'
import { usePlace } from './usePlace'

const MOST_POINTS = 300

/** Cumulative curve of latencies, with its table. */
export function CumulativeChartCard() {
  const { run } = usePanel()
  const { counts, percentiles, empty } = useLatencies()
  const [logY, setLogY] = useState(false)
  const [chosenLogX, setLogX] = useState<boolean>()
  const logX = chosenLogX ?? spansMagnitudes(counts.latency)
  const place = usePlace<HTMLDivElement>()
  const points = useMemo(() => cumulative(counts, MOST_POINTS), [counts])
  const picture = useMemo(
    () => ({ points, percentiles, logX, logY, width: place.width }),
    [points, percentiles, logX, logY, place.width],
  )
  const paced = usePaced(picture, place.width > 0 && (place.inView || !run.live))
  return (
    <ChartCard
      title="Latency, cumulative"
      unit={logY ? 'took longer' : 'took at most'}
      description="Which share of the completed requests took at most so long, or, with a logarithmic scale upwards, longer. Latencies are within 0.2 %."
      empty={empty}
      switches={<AxisSwitches logX={logX} onLogX={setLogX} logY={logY} onLogY={setLogY} />}
      place={place.ref}
      chart={paced && <CumulativeChart {...paced} />}
      table={() => ({
        caption: 'Share of the completed requests by latency',
        columns: ['latency [s]', 'took at most [0…1]'],
        rows: points.map(({ latency, share }) => [latency, share]),
      })}
    />
  )
}
