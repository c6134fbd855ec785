import type { LatencyHistogram } from '../../engine/runResult'

/** A point of a cumulative curve: `share` of the requests took at most `latency` [s]. */
export interface CumulativePoint {
  readonly latency: number
  readonly share: number
}

/** The cumulative curve of a histogram, exact at its edges; empty without requests. */
export function cumulativeOf({ edges, counts }: LatencyHistogram): CumulativePoint[] {
  const total = counts.reduce((sum, count) => sum + count, 0)
  let below = 0
  return Array.from(edges, (latency, edge) => {
    below += edge === 0 ? 0 : (counts[edge - 1] ?? 0)
    return { latency, share: below / total }
  })
}
