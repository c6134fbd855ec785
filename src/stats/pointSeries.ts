import { lengthened } from '../base/columns'

/**
 * The points of a time series of bounded length. When it is full, neighbouring points are joined two by two, and it goes
 * on with points that stand for twice as many samples. A point keeps the smallest, the largest and the mean of its
 * samples: a spike of a single sample never disappears.
 */
export class PointSeries {
  private data: Float64Array
  private length = 0
  private stride = 1

  /** @param capacity largest number of points, even */
  constructor(private readonly capacity: number) {
    this.data = new Float64Array(POINT * Math.min(capacity, 256))
  }

  /** Samples that the next point has to stand for. */
  get samplesPerPoint(): number {
    return this.stride
  }

  /** Adds a point from {@link samplesPerPoint} samples. */
  append({ min, max, sum }: Samples): void {
    const to = this.length * POINT
    if (to === this.data.length) this.data = lengthened(this.data, Math.min(this.capacity * POINT, to * 2))
    this.data[to + MIN] = min
    this.data[to + MAX] = max
    this.data[to + MEAN] = sum / this.stride
    if (++this.length === this.capacity) this.joinPairs()
  }

  /**
   * The series as columns, behind them the samples of a point that is not full yet.
   * With `maxPoints` neighbouring points are joined further until there are at most so many; values are multiplied by
   * `scale` > 0.
   */
  columns(pending: Samples, maxPoints = this.capacity, scale = 1): SeriesColumns {
    const { data, length: full, stride } = this
    const total = full + (pending.count > 0 ? 1 : 0)
    const join = Math.max(1, Math.ceil(total / maxPoints))
    const length = Math.ceil(total / join)
    const min = new Float64Array(length).fill(Number.POSITIVE_INFINITY)
    const max = new Float64Array(length).fill(Number.NEGATIVE_INFINITY)
    const mean = new Float64Array(length)
    const lastSample = new Float64Array(length)
    for (let i = 0; i < length; i++) {
      let samples = 0
      let sum = 0
      const end = Math.min(full, (i + 1) * join)
      for (let j = i * join; j < end; j++) {
        min[i] = Math.min(min[i]!, data[j * POINT + MIN]!)
        max[i] = Math.max(max[i]!, data[j * POINT + MAX]!)
        sum += data[j * POINT + MEAN]! * stride
        samples += stride
      }
      if (i === length - 1 && total > full) {
        min[i] = Math.min(min[i]!, pending.min)
        max[i] = Math.max(max[i]!, pending.max)
        sum += pending.sum
        samples += pending.count
      }
      min[i]! *= scale
      max[i]! *= scale
      mean[i] = (sum / samples) * scale
      lastSample[i] = i * join * stride + samples
    }
    return { samplesPerPoint: stride * join, lastSample, min, max, mean }
  }

  private joinPairs(): void {
    const { data } = this
    const half = (this.length / 2) * POINT
    for (let to = 0, from = 0; to < half; to += POINT, from += 2 * POINT) {
      data[to + MIN] = Math.min(data[from + MIN]!, data[from + POINT + MIN]!)
      data[to + MAX] = Math.max(data[from + MAX]!, data[from + POINT + MAX]!)
      data[to + MEAN] = (data[from + MEAN]! + data[from + POINT + MEAN]!) / 2
    }
    this.length /= 2
    this.stride *= 2
  }
}

/** Some samples in a row. */
export interface Samples {
  readonly count: number
  readonly min: number
  readonly max: number
  readonly sum: number
}

/* Where what stands within a point. */
const MIN = 0
const MAX = 1
const MEAN = 2
const POINT = 3

/** `lastSample[i]` counts samples from 1: the last one that point i stands for. */
export interface SeriesColumns {
  readonly samplesPerPoint: number
  readonly lastSample: Float64Array
  readonly min: Float64Array
  readonly max: Float64Array
  readonly mean: Float64Array
}
