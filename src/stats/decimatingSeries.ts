import { lengthened } from '../base/columns'

/**
 * A time series of bounded size. It keeps every sample until it is full, then joins neighbouring
 * points two by two and goes on at half the resolution. A point keeps the smallest, the largest
 * and the mean of its samples: a spike of a single sample never disappears.
 */
export class DecimatingSeries {
  /** Smallest, largest and mean of each point side by side; of the pending one, which comes last, the sum so far. */
  private data: Float64Array
  /** Where the pending point begins. */
  private pending = 0
  private pendingCount = 0
  private stride = 1
  /** The newest samples of equal value, not yet in the sum: so it makes no difference how they were pushed. */
  private runValue = 0
  private runLength = 0

  /** @param capacity largest number of points, even */
  constructor(private readonly capacity: number) {
    this.data = new Float64Array(POINT * Math.min(capacity, 256))
    this.openPoint()
  }

  /** Samples that a full point stands for. */
  get samplesPerPoint(): number {
    return this.stride
  }

  /** Adds `count` samples of the same value. */
  push(value: number, count = 1): void {
    let left = count
    for (let room = this.stride - this.pendingCount; left >= room; room = this.stride) {
      this.take(value, room)
      this.closePoint()
      left -= room
    }
    if (left > 0) this.take(value, left)
  }

  /**
   * The series as columns; the last point may stand for fewer samples than the others.
   * With `maxPoints` neighbouring points are joined further until there are at most so many; values are multiplied by
   * `scale` > 0.
   */
  columns(maxPoints = this.capacity, scale = 1): SeriesColumns {
    const { data } = this
    const full = this.pending / POINT
    const total = full + (this.pendingCount > 0 ? 1 : 0)
    const join = Math.max(1, Math.ceil(total / maxPoints))
    const length = Math.ceil(total / join)
    const min = new Float64Array(length)
    const max = new Float64Array(length)
    const mean = new Float64Array(length)
    const lastSample = new Float64Array(length)
    for (let i = 0; i < length; i++) {
      let samples = 0
      let sum = 0
      min[i] = Number.POSITIVE_INFINITY
      max[i] = Number.NEGATIVE_INFINITY
      const end = Math.min(total, (i + 1) * join)
      for (let j = i * join; j < end; j++) {
        const at = j * POINT
        const count = j === full ? this.pendingCount : this.stride
        min[i] = Math.min(min[i]!, data[at + MIN]!)
        max[i] = Math.max(max[i]!, data[at + MAX]!)
        sum += j === full ? this.pendingSum() : data[at + MEAN]! * count
        samples += count
      }
      min[i]! *= scale
      max[i]! *= scale
      mean[i] = (sum / samples) * scale
      lastSample[i] = i * join * this.stride + samples
    }
    return { samplesPerPoint: this.stride * join, lastSample, min, max, mean }
  }

  /** Adds samples to the pending point, which has room for them. */
  private take(value: number, count: number): void {
    const { data, pending } = this
    if (value < data[pending + MIN]!) data[pending + MIN] = value
    if (value > data[pending + MAX]!) data[pending + MAX] = value
    if (value !== this.runValue) {
      data[pending + SUM]! += this.runValue * this.runLength
      this.runValue = value
      this.runLength = 0
    }
    this.runLength += count
    this.pendingCount += count
  }

  private pendingSum(): number {
    return this.data[this.pending + SUM]! + this.runValue * this.runLength
  }

  private closePoint(): void {
    this.data[this.pending + MEAN] = this.pendingSum() / this.pendingCount
    this.pending += POINT
    if (this.pending === this.capacity * POINT) this.joinPairs()
    else if (this.pending === this.data.length) this.grow()
    this.openPoint()
  }

  private openPoint(): void {
    const { data, pending } = this
    data[pending + MIN] = Number.POSITIVE_INFINITY
    data[pending + MAX] = Number.NEGATIVE_INFINITY
    data[pending + SUM] = 0
    this.pendingCount = 0
    this.runLength = 0
  }

  private joinPairs(): void {
    const { data } = this
    const half = this.pending / 2
    for (let to = 0, from = 0; to < half; to += POINT, from += 2 * POINT) {
      data[to + MIN] = Math.min(data[from + MIN]!, data[from + POINT + MIN]!)
      data[to + MAX] = Math.max(data[from + MAX]!, data[from + POINT + MAX]!)
      data[to + MEAN] = (data[from + MEAN]! + data[from + POINT + MEAN]!) / 2
    }
    this.pending = half
    this.stride *= 2
  }

  private grow(): void {
    this.data = lengthened(this.data, Math.min(this.capacity * POINT, this.data.length * 2))
  }
}

/* Where what stands within a point. */
const MIN = 0
const MAX = 1
const MEAN = 2
/** A point that is not full yet has a sum in place of the mean. */
const SUM = MEAN
const POINT = 3

/** `lastSample[i]` counts samples from 1: the last one that point i stands for. */
export interface SeriesColumns {
  readonly samplesPerPoint: number
  readonly lastSample: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly mean: Float64Array
}
