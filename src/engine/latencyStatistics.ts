import { CompensatedSum } from '../stats/compensatedSum'
import type { LogLinearHistogram } from '../stats/logLinearHistogram'
import { quantileOfSorted } from '../stats/quantiles'
import type { LatencyHistogram, LatencySummary } from './runResult'

/** Moments and extremes of the latencies, kept as they come; percentiles need the values or a histogram. */
export class LatencyMoments {
  private count = 0
  private first = 0
  private minimum = Number.POSITIVE_INFINITY
  private maximum = 0
  /** Sums of deviations from the first value: they stay small, so little is lost in the subtraction. */
  private readonly deviations = new CompensatedSum()
  private readonly squares = new CompensatedSum()

  add(latency: number): void {
    if (this.count === 0) this.first = latency
    this.count++
    if (latency < this.minimum) this.minimum = latency
    if (latency > this.maximum) this.maximum = latency
    const deviation = latency - this.first
    this.deviations.add(deviation)
    this.squares.add(deviation * deviation)
  }

  get size(): number {
    return this.count
  }

  get min(): number {
    return this.minimum
  }

  get max(): number {
    return this.maximum
  }

  get mean(): number {
    return this.first + this.deviations.value / this.count
  }

  /** Population standard deviation. */
  get standardDeviation(): number {
    const meanDeviation = this.deviations.value / this.count
    return Math.sqrt(Math.max(0, this.squares.value / this.count - meanDeviation * meanDeviation))
  }
}

/** The summary of a run's latencies; `quantile` is asked only when there are some. */
export function summarizeLatency(
  moments: LatencyMoments,
  quantile: (p: number) => number,
  method: LatencySummary['method'],
): LatencySummary {
  if (moments.size === 0) {
    const none = {
      mean: null,
      stdDev: null,
      min: null,
      max: null,
      p50: null,
      p90: null,
      p95: null,
      p99: null,
      p999: null,
    }
    return { count: 0, ...none, method }
  }
  const { min, max } = moments
  const within = (p: number) => Math.min(max, Math.max(min, quantile(p)))
  return {
    count: moments.size,
    mean: moments.mean,
    stdDev: moments.standardDeviation,
    min,
    max,
    p50: within(0.5),
    p90: within(0.9),
    p95: within(0.95),
    p99: within(0.99),
    p999: within(0.999),
    method,
  }
}

/** Percentiles of sorted latencies, exactly. */
export function exactQuantiles(sorted: Float64Array): (p: number) => number {
  return (p) => quantileOfSorted(sorted, p)
}

/** Number of bins of the histogram that dashboards draw, however many requests there are. */
const BINS = 60

/** Bins between the smallest and the largest latency, filled from the cells of a finer histogram. */
export function binnedHistogram(cells: LogLinearHistogram, moments: LatencyMoments): LatencyHistogram {
  if (moments.size === 0) return { edges: new Float64Array(0), counts: new Float64Array(0) }
  const binning = new Binning(moments.min, moments.max)
  cells.forEach((value, count) => {
    binning.add(value, count)
  })
  return binning
}

/** Bins between the smallest and the largest latency, filled exactly. */
export function exactHistogram(sorted: Float64Array): LatencyHistogram {
  if (sorted.length === 0) return { edges: new Float64Array(0), counts: new Float64Array(0) }
  const binning = new Binning(sorted[0]!, sorted[sorted.length - 1]!)
  for (let i = 0; i < sorted.length; i++) binning.add(sorted[i]!, 1)
  return binning
}

class Binning implements LatencyHistogram {
  readonly edges: Float64Array
  readonly counts: Float64Array
  private readonly low: number
  private readonly width: number

  /** Equal values get one bin of one per cent around them. */
  constructor(min: number, max: number) {
    const bins = max > min ? BINS : 1
    this.low = max > min ? min : min * 0.995
    this.width = max > min ? (max - min) / bins : min * 0.01
    this.edges = Float64Array.from({ length: bins + 1 }, (_, i) => this.low + i * this.width)
    this.counts = new Float64Array(bins)
  }

  add(value: number, count: number): void {
    const bin = Math.floor((value - this.low) / this.width)
    this.counts[Math.max(0, Math.min(this.counts.length - 1, bin))]! += count
  }
}
