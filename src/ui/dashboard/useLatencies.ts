import { useMemo } from 'react'
import { useTime } from '../studio'
import { latencyCounts } from './latencyCells'
import { latencyRange, percentilesOf } from './latencyFigures'
import { usePanel } from './PanelContext'

/** The latencies that charts of their distribution show: those of the selection, or else of the run. */
export function useLatencies() {
  const { view } = usePanel().run
  const selection = useTime((time) => time.selection)
  return useMemo(() => {
    const { intervals, histogram } = view
    const counts = latencyCounts(intervals, latencyRange(view, selection))
    const percentiles = percentilesOf(view, selection)
    const empty = counts.count.length === 0 ? 'No request has completed, so there is no latency to show.' : undefined
    // The histogram of the whole run is exact.
    return { counts, percentiles, histogram: selection ? undefined : histogram, empty }
  }, [view, selection])
}

/** Beyond this ratio of the largest to the smallest latency, equal steps would hide all but the largest. */
const GEOMETRIC_FROM = 16

/** Whether a logarithmic axis suits these ascending latencies. */
export function spansMagnitudes(latency: readonly number[]): boolean {
  const min = latency.find((value) => value > 0)
  return min !== undefined && (latency.at(-1) ?? 0) / min >= GEOMETRIC_FROM
}
