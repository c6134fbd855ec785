import { useMemo } from 'react'
import { latencyCounts } from '../charts/latencyCells'
import { useTime } from '../studio'
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
