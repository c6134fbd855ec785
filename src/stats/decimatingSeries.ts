import { lengthened } from '../base/columns'

/**
 * A time series of bounded size. It keeps every sample until it is full, then joins neighbouring
 * points two by two and goes on at half the resolution. A point keeps the smallest, the largest
 * and the mean of its samples: a spike of a single sample never disappears.
 */
export class DecimatingSeries {
  private minima: Float64Array
  private maxima: Float64Array
  private means: Float64Array
  private points = 0
  private stride = 1
  private pendingCount = 0
  private pendingMin = Number.POSITIVE_INFINITY
  private pendingMax = Number.NEGATIVE_INFINITY
  private pendingSum = 0
  /** The newest samples of equal value, not yet in the sum: so it makes no difference how they were pushed. */
  private runValue = 0
  private runLength = 0

  /** @param capacity largest number of points, even */
  constructor(private readonly capacity: number) {
    const initial = Math.min(capacity, 256)
    this.minima = new Float64Array(initial)
    this.maxima = new Float64Array(initial)
    this.means = new Float64Array(initial)
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
   * With `maxPoints` neighbouring points are joined further until there are at most so many.
   */
  columns(maxPoints = this.capacity): SeriesColumns {
    const total = this.points + (this.pendingCount > 0 ? 1 : 0)
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
        const pending = j === this.points
        const count = pending ? this.pendingCount : this.stride
        min[i] = Math.min(min[i]!, pending ? this.pendingMin : this.minima[j]!)
        max[i] = Math.max(max[i]!, pending ? this.pendingMax : this.maxima[j]!)
        sum += pending ? this.pendingSum + this.runValue * this.runLength : this.means[j]! * count
        samples += count
      }
      mean[i] = sum / samples
      lastSample[i] = i * join * this.stride + samples
    }
    return { samplesPerPoint: this.stride * join, lastSample, min, max, mean }
  }

  /** Adds samples to the pending point, which has room for them. */
  private take(value: number, count: number): void {
    if (value < this.pendingMin) this.pendingMin = value
    if (value > this.pendingMax) this.pendingMax = value
    if (value !== this.runValue) {
      this.pendingSum += this.runValue * this.runLength
      this.runValue = value
      this.runLength = 0
    }
    this.runLength += count
    this.pendingCount += count
  }

  private closePoint(): void {
    if (this.points === this.minima.length) this.grow()
    this.minima[this.points] = this.pendingMin
    this.maxima[this.points] = this.pendingMax
    this.means[this.points] = (this.pendingSum + this.runValue * this.runLength) / this.pendingCount
    this.points++
    this.pendingCount = 0
    this.pendingMin = Number.POSITIVE_INFINITY
    this.pendingMax = Number.NEGATIVE_INFINITY
    this.pendingSum = 0
    this.runLength = 0
    if (this.points === this.capacity) this.joinPairs()
  }

  private joinPairs(): void {
    const { minima, maxima, means } = this
    this.points /= 2
    for (let i = 0; i < this.points; i++) {
      minima[i] = Math.min(minima[2 * i]!, minima[2 * i + 1]!)
      maxima[i] = Math.max(maxima[2 * i]!, maxima[2 * i + 1]!)
      means[i] = (means[2 * i]! + means[2 * i + 1]!) / 2
    }
    this.stride *= 2
  }

  private grow(): void {
    const length = Math.min(this.capacity, this.minima.length * 2)
    this.minima = lengthened(this.minima, length)
    this.maxima = lengthened(this.maxima, length)
    this.means = lengthened(this.means, length)
  }
}

/** `lastSample[i]` counts samples from 1: the last one that point i stands for. */
export interface SeriesColumns {
  readonly samplesPerPoint: number
  readonly lastSample: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly mean: Float64Array
}
