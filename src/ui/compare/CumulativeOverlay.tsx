import { useMemo } from 'react'
import { formatSeconds } from '../../base/format'
import type { TimeWindow } from '../../store/contracts'
import { ChartKey } from '../charts/ChartKey'
import { CumulativeChart } from '../charts/CumulativeChart'
import { cumulativeRows } from '../charts/cumulativeRows'
import type { Percentile } from '../charts/PercentileLines'
import { snapped, type TimeScale } from '../charts/timeScale'
import { usePaced } from '../charts/usePaced'
import { usePlace } from '../charts/usePlace'
import { noLatencyText } from '../dashboard/latencyFigures'
import { useLatencyScales } from '../dashboard/useLatencyScales'
import { useTime } from '../studio'
import { ComparisonCard } from './ComparisonCard'
import { comparedLatencies } from './comparedLatencies'
import { type ComparedRun, nameOf } from './comparedRun'

interface CumulativeOverlayProps {
  readonly runs: readonly ComparedRun[]
  readonly scale: TimeScale
}

const NO_PERCENTILES: readonly Percentile[] = []

/** Which share of each run's requests took at most how long: the curve further left is the faster run. */
export function CumulativeOverlay({ runs, scale: { intervals } }: CumulativeOverlayProps) {
  const selection = useTime((time) => time.selection)
  const place = usePlace<HTMLDivElement>()
  const rows = useMemo(() => {
    const part = selection && snapped(intervals, selection)
    return cumulativeRows(comparedLatencies(runs, part))
  }, [runs, intervals, selection])
  const curves = useMemo(() => runs.map(({ letter, color, dash }) => ({ name: letter, color, dash })), [runs])
  const latencies = useMemo(() => rows.map(({ latency }) => latency), [rows])
  const { logX, logY, switches } = useLatencyScales(latencies)
  const picture = useMemo(
    () => ({ rows, curves, logX, logY, width: place.width }),
    [rows, curves, logX, logY, place.width],
  )
  const paced = usePaced(picture, place.width > 0 && place.inView)
  return (
    <ComparisonCard
      id="latency-cumulative"
      runs={runs}
      hasLines
      title="Latency, cumulative"
      unit={logY ? 'took longer' : 'took at most'}
      description="Which share of the completed requests took at most so long, or, with a logarithmic scale upwards, longer. Of the selected part, if there is one. Latencies are within 0.2 %."
      empty={rows.length === 0 ? emptyText(runs, selection) : undefined}
      switches={switches}
      legend={<ChartKey entries={curves} />}
      place={place.ref}
      chart={paced && <CumulativeChart {...paced} percentiles={NO_PERCENTILES} label={spoken(runs)} />}
      table={() => ({
        caption: 'Share of the completed requests by latency',
        columns: ['latency [s]', ...runs.map((run) => `${nameOf(run)} took at most [0…1]`)],
        rows: rows.map(({ latency, shares }) => [latency, ...shares]),
      })}
    />
  )
}

function emptyText(runs: readonly ComparedRun[], selection: TimeWindow | undefined): string {
  const completed = runs.reduce((sum, { run }) => sum + run.result.summary.requests.completed, 0)
  return noLatencyText(completed, selection && 'in the selected part')
}

function spoken(runs: readonly ComparedRun[]): string {
  const each = runs.map(({ letter, run: { result } }) => {
    const { p50, p95, p99 } = result.summary.latency
    return `${letter}: p50 ${formatSeconds(p50)}, p95 ${formatSeconds(p95)}, p99 ${formatSeconds(p99)}`
  })
  return `Cumulative latency of the runs; as a whole ${each.join('; ')}`
}
