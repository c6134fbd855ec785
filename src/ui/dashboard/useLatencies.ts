import { useMemo } from 'react'
import { latencyCounts } from '../charts/latencyCells'
import { useTime } from '../studio'
import { latencyRange, noLatencyText, percentilesOf } from './latencyFigures'
import { usePanel } from './PanelContext'

/** The latencies that charts of their distribution show: those of the selection, or else of the run. */
export function useLatencies() {
  const { view } = usePanel().run
  const selection = useTime((time) => time.selection)
  return useMemo(() => {
    const { intervals, histogram, summary } = view
    const counts = latencyCounts(intervals, latencyRange(view, selection))
    const percentiles = percentilesOf(view, selection)
    const period = selection ? 'in the selected part' : undefined
    const empty = counts.count.length === 0 ? noLatencyText(summary.requests.completed, period) : undefined
    // The histogram of the whole run is exact.
    return { counts, percentiles, histogram: selection ? undefined : histogram, empty }
  }, [view, selection])
}
