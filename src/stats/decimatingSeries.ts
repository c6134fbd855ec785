import { PointSeries, type SeriesColumns } from './pointSeries'

/** A time series of single samples in bounded memory, see {@link PointSeries}. */
export class DecimatingSeries {
  private readonly points: PointSeries
  /** The samples that are not in a point yet. */
  private readonly pending = { count: 0, min: 0, max: 0, sum: 0 }

  /** @param capacity largest number of points, even */
  constructor(capacity: number) {
    this.points = new PointSeries(capacity)
  }

  push(value: number): void {
    const { pending, points } = this
    const isFirst = pending.count === 0
    pending.min = isFirst ? value : Math.min(pending.min, value)
    pending.max = isFirst ? value : Math.max(pending.max, value)
    pending.sum = isFirst ? value : pending.sum + value
    if (++pending.count < points.samplesPerPoint) return
    points.append(pending)
    pending.count = 0
  }

  /** The series as columns of at most `maxPoints` points; the last point may stand for fewer samples than the others. */
  columns(maxPoints?: number): SeriesColumns {
    return this.points.columns(this.pending, maxPoints)
  }
}
