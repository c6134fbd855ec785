import { cumulative, type LatencyCounts } from './latencyCells'

/** A latency [s], and which share of each run's requests took at most so long; undefined: no request completed. */
export interface CumulativeRow {
  readonly latency: number
  readonly shares: readonly (number | undefined)[]
}

/** A chart has hardly more pixels. */
const MOST_POINTS = 300

/** Cumulative curves of several runs over the same latencies: about `most` of each run's own, with exact shares. */
export function cumulativeRows(runs: readonly LatencyCounts[], most = MOST_POINTS): CumulativeRow[] {
  const latencies = new Set(runs.flatMap((counts) => cumulative(counts, most).map(({ latency }) => latency)))
  const ascending = [...latencies].sort((a, b) => a - b)
  const shares = runs.map((counts) => sharesAt(ascending, counts))
  return ascending.map((latency, row) => ({ latency, shares: shares.map((column) => column?.[row]) }))
}

/** Which share took at most as long as each of these ascending latencies. */
function sharesAt(ascending: readonly number[], { latency, count }: LatencyCounts): readonly number[] | undefined {
  const total = count.reduce((sum, requests) => sum + requests, 0)
  if (total === 0) return undefined
  let cell = 0
  let below = 0
  return ascending.map((limit) => {
    while (cell < latency.length && (latency[cell] as number) <= limit) below += count[cell++] as number
    return below / total
  })
}
