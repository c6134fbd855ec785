import { quantileOfSorted } from '../stats/quantiles'
import type { LatencyHistogram } from './runResult'

/** About as many bins. */
const BINS = 40

/**
 * Bins of one width for differences of either sign; 0 is always a border. They span the middle 98 % of the values, so
 * that a few extreme ones do not squeeze the rest together; the outermost bins hold those, too.
 * @param sorted ascending, none of them 0
 */
export function differenceHistogram(sorted: Float64Array): LatencyHistogram {
  if (sorted.length === 0) return { edges: new Float64Array(), counts: new Float64Array() }
  const low = Math.min(0, quantileOfSorted(sorted, 0.01))
  const high = Math.max(0, quantileOfSorted(sorted, 0.99))
  const width = (high - low) / BINS
  const first = Math.floor(low / width)
  const last = Math.max(first + 1, Math.ceil(high / width))
  const edges = Float64Array.from({ length: last - first + 1 }, (_, i) => (first + i) * width)
  const counts = new Float64Array(last - first)
  for (const value of sorted) {
    const bin = Math.floor(value / width) - first
    counts[Math.max(0, Math.min(counts.length - 1, bin))]!++
  }
  return { edges, counts }
}
