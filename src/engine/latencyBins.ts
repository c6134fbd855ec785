import type { LogLinearHistogram } from '../stats/logLinearHistogram'
import type { LatencyHistogram } from './runResult'

/** Number of bins that dashboards draw, however many requests there are: a power of two. */
const BINS = 64
/** From this ratio of the largest to the smallest latency on, equal widths would put nearly all requests in one bin. */
const GEOMETRIC_FROM = 16
/** Latencies that differ by less are equal: it comes from adding up times. */
const ROUNDING = 1e-9
/** Width of the only bin where every latency is zero [s]. */
const ZERO_WIDTH = 0.001

/** Bins between the smallest and the largest latency, filled from the cells of a finer histogram. */
export function binnedHistogram(cells: LogLinearHistogram, min: number, max: number): LatencyHistogram {
  const binning = new Binning(min, max)
  cells.forEach((value, count) => {
    binning.add(value, count)
  })
  return binning.histogram
}

/** Bins between the smallest and the largest latency, filled exactly. */
export function exactHistogram(sorted: Float64Array): LatencyHistogram {
  // Fresh columns each time: whoever gets them may transfer them away.
  if (sorted.length === 0) return { edges: new Float64Array(), counts: new Float64Array() }
  const binning = new Binning(sorted[0]!, sorted[sorted.length - 1]!)
  for (let i = 0; i < sorted.length; i++) binning.add(sorted[i]!, 1)
  return binning.histogram
}

/** Puts ascending values into bins. */
class Binning {
  private readonly edges: Float64Array
  private readonly counts: Float64Array
  private bin = 0

  constructor(min: number, max: number) {
    this.edges = edgesBetween(min, max)
    this.counts = new Float64Array(this.edges.length - 1)
  }

  add(value: number, count: number): void {
    while (this.bin < this.counts.length - 1 && value >= this.edges[this.bin + 1]!) this.bin++
    this.counts[this.bin]! += count
  }

  get histogram(): LatencyHistogram {
    return { edges: this.edges, counts: this.counts }
  }
}

/**
 * Edges of equal width, or of equal ratio where the latencies span more than an order of magnitude.
 * Equal values get one bin of one per cent around them.
 */
function edgesBetween(min: number, max: number): Float64Array {
  if (max === 0) return Float64Array.of(0, ZERO_WIDTH)
  if (max - min <= ROUNDING * max) return Float64Array.of(min * 0.995, min * 1.005)
  const edges = min > 0 && max / min >= GEOMETRIC_FROM ? geometricEdges(min, max) : equalEdges(min, max)
  edges[BINS] = max
  return edges
}

function equalEdges(min: number, max: number): Float64Array {
  return Float64Array.from({ length: BINS + 1 }, (_, i) => min + (i * (max - min)) / BINS)
}

/** The ratio of neighbours is a root made of square roots, which are the same in every browser. */
function geometricEdges(min: number, max: number): Float64Array {
  let ratio = max / min
  for (let bins = BINS; bins > 1; bins /= 2) ratio = Math.sqrt(ratio)
  const edges = new Float64Array(BINS + 1).fill(min)
  for (let i = 1; i <= BINS; i++) edges[i] = edges[i - 1]! * ratio
  return edges
}
