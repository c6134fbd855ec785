import { invariant } from '../../base/assert'
import type { ClockObserver } from '../des/simulation'
import { type BucketSeries, Gauge, type Instant } from './gauge'

/** All gauges of a run, and the sampling clock that they share. */
export class Gauges implements ClockObserver {
  private readonly all: Gauge[] = []
  private readonly sampled: { readonly gauge: Gauge; readonly series: BucketSeries }[] = []
  private readonly instant: Instant
  /** The tick with which the present bucket is full; the first one has a single sample. */
  private bucketEnd = 1

  constructor(clock: Instant['clock']) {
    this.instant = { clock, tick: 0 }
  }

  /** Adds a gauge that stands at 0. */
  create(): Gauge {
    const gauge = new Gauge(this.instant)
    this.all.push(gauge)
    return gauge
  }

  /**
   * From now on the gauge is sampled at every tick of the clock.
   * @param series keeps the samples; all series of a run ask for buckets of the same size at any time
   */
  keepSamples(gauge: Gauge, series: BucketSeries): void {
    gauge.startSampling()
    this.sampled.push({ gauge, series })
  }

  passed(count: number): void {
    const { instant } = this
    const tick = instant.tick + count
    while (this.bucketEnd <= tick) this.closeBuckets()
    instant.tick = tick
  }

  /** Begins a new interval for the maxima of all gauges. */
  closeInterval(): void {
    for (const gauge of this.all) gauge.closeInterval()
  }

  /** Begins anew with the peaks of all gauges. */
  forgetPeaks(): void {
    for (const gauge of this.all) gauge.forgetPeak()
  }

  verify(): void {
    this.all.forEach(({ value, peak }, i) => {
      invariant(value >= -1e-9 * (1 + peak.value), `gauge ${i} stands at ${value}`)
    })
  }

  /** Hands over the full buckets and begins the next ones. */
  private closeBuckets(): void {
    this.instant.tick = this.bucketEnd
    for (const { gauge, series } of this.sampled) gauge.closeBucket(series)
    this.bucketEnd += this.sampled[0]?.series.samplesPerPoint ?? 1
  }
}
