import { formatClock } from '../../base/format'
import type { WarmUp } from '../../engine/runResult'

/** What the figures of a group cover, in words: only counts and cost include the warm-up. */
export function scopeOfGroup(run: string, { seconds }: WarmUp): (title: string) => string {
  const after = `after ${formatClock(seconds)} of warm-up`
  return (title) => {
    if (seconds === 0) return run
    if (title === 'Latency') return after
    return title === 'Requests' ? `${run}; throughput ${after}` : run
  }
}
