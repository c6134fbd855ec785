import type { LatencyHistogram } from '../engine/runResult'
import type { CsvTable } from './csv'

/** One row per bin of latencies; the last bin includes its upper end. The counts add up to the completed requests. */
export function histogramTable({ histogram }: { readonly histogram: LatencyHistogram }): CsvTable {
  const { edges, counts } = histogram
  return {
    header: ['latency_from [s]', 'latency_to [s]', 'completed [requests]'],
    rowCount: counts.length,
    row: (bin) => [edges[bin], edges[bin + 1], counts[bin]],
  }
}
