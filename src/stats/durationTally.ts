import { LogLinearHistogram } from './logLinearHistogram'

/** How durations of one kind are spread [s]; percentiles within 2 %. All figures but the count are null when there was none. */
export interface Spread {
  readonly count: number
  readonly mean: number | null
  readonly max: number | null
  readonly p50: number | null
  readonly p95: number | null
  readonly p99: number | null
}

/** Counts durations of one kind in 15 KB, however many they are. */
export class DurationTally {
  private readonly cells = new LogLinearHistogram(CELL_BITS)
  private sum = 0
  private largest = 0

  /** @param seconds ≥ 0 */
  add(seconds: number): void {
    this.cells.add(seconds)
    this.sum += seconds
    if (seconds > this.largest) this.largest = seconds
  }

  /** Adds all that another tally has counted. */
  addAll(other: DurationTally): void {
    const { counts, usedCells } = other.cells
    for (let cell = usedCells.first; cell < usedCells.end; cell++) {
      if (counts[cell]! > 0) this.cells.addCell(cell, counts[cell]!)
    }
    this.sum += other.sum
    this.largest = Math.max(this.largest, other.largest)
  }

  /** Forgets all that was counted. */
  reset(): void {
    this.cells.clear()
    this.sum = 0
    this.largest = 0
  }

  get spread(): Spread {
    const { count } = this.cells
    if (count === 0) return { count, mean: null, max: null, p50: null, p95: null, p99: null }
    const quantile = (p: number) => Math.min(this.largest, this.cells.quantile(p))
    return {
      count,
      mean: this.sum / count,
      max: this.largest,
      p50: quantile(0.5),
      p95: quantile(0.95),
      p99: quantile(0.99),
    }
  }
}

/** 32 cells per power of two: their middles are within 1.6 % of all their values. */
const CELL_BITS = 5
