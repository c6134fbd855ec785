import { CompensatedSum } from '../stats/compensatedSum'
import { quantileOfSorted } from '../stats/quantiles'
import type { LatencySummary } from './runResult'

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
