import type { Clock } from '../des/simulation'

/** What a gauge reads at each of its changes; a number handed from call to call would be allocated. */
export interface Instant {
  readonly clock: Clock
  /** Ticks of the sampling clock so far. */
  tick: number
}

/** Samples of consecutive ticks. */
export interface Bucket {
  readonly count: number
  readonly min: number
  readonly max: number
  readonly sum: number
}

/** Keeps the samples of a gauge, bucket by bucket. */
export interface BucketSeries {
  /** Takes a full bucket, which must not be kept. */
  append(bucket: Bucket): void
  /** Number of samples in the next bucket, at least 1; the first one has one. */
  readonly samplesPerPoint: number
}

/**
 * A quantity that changes by steps. It integrates itself over time exactly and remembers its maximum, so no event
 * is too short to be seen; sampling costs only where the value changes.
 */
export class Gauge {
  /** What it stands at. */
  value = 0
  /** Largest value since the last {@link closeInterval}. */
  maximum = 0
  private maximumAt = 0
  private area = 0
  private since = 0
  private readonly bucket = { count: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY, sum: 0 }
  /** The tick up to which samples are in the bucket; never passed while there are none to keep. */
  private sampledUntil = Number.POSITIVE_INFINITY
  private earlierPeak = 0
  private earlierPeakAt = 0

  constructor(private readonly instant: Instant) {}

  /** Changes it now. */
  add(delta: number): void {
    const { instant, value } = this
    const { now } = instant.clock
    if (this.sampledUntil < instant.tick) this.sample()
    this.area += value * (now - this.since)
    this.since = now
    const next = value + delta
    this.value = next
    if (next > this.maximum) {
      this.maximum = next
      this.maximumAt = now
    }
  }

  /** From now on it is sampled. */
  startSampling(): void {
    this.sampledUntil = this.instant.tick
  }

  /** Hands the bucket over, which is full now. */
  closeBucket(series: BucketSeries): void {
    const { bucket } = this
    this.sample()
    series.append(bucket)
    bucket.count = 0
    bucket.min = Number.POSITIVE_INFINITY
    bucket.max = Number.NEGATIVE_INFINITY
    bucket.sum = 0
  }

  /** The samples since the last full bucket. */
  get openBucket(): Bucket {
    const { bucket, value } = this
    const unseen = this.instant.tick - this.sampledUntil
    if (unseen <= 0) return bucket
    return {
      count: bucket.count + unseen,
      min: Math.min(bucket.min, value),
      max: Math.max(bucket.max, value),
      sum: bucket.sum + value * unseen,
    }
  }

  /** Largest value since the last {@link forgetPeak}, and when it was first reached [s]. */
  get peak(): { readonly value: number; readonly at: number } {
    return this.maximum > this.earlierPeak
      ? { value: this.maximum, at: this.maximumAt }
      : { value: this.earlierPeak, at: this.earlierPeakAt }
  }

  /** Begins a new interval for {@link maximum}. */
  closeInterval(): void {
    const { value, at } = this.peak
    this.earlierPeak = value
    this.earlierPeakAt = at
    this.maximum = this.value
    this.maximumAt = this.instant.clock.now
  }

  /** Begins anew with {@link peak}. */
  forgetPeak(): void {
    this.maximum = this.earlierPeak = this.value
    this.maximumAt = this.earlierPeakAt = this.instant.clock.now
  }

  /** ∫ value dt from 0 to `now`. */
  integral(now: number): number {
    return this.area + this.value * (now - this.since)
  }

  /** Adds the value to the bucket once for every tick that has passed since this was done last, at least one. */
  private sample(): void {
    const { bucket, value } = this
    const { tick } = this.instant
    const count = tick - this.sampledUntil
    this.sampledUntil = tick
    bucket.count += count
    bucket.sum += value * count
    if (value < bucket.min) bucket.min = value
    if (value > bucket.max) bucket.max = value
  }
}
