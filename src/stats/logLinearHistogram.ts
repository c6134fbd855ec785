/**
 * Histogram of positive values with a bounded relative error: every power of two is divided into
 * 256 cells of equal width, so that a cell's middle is within 0.2 % of all its values.
 * Covers 2⁻³⁰ … 2³⁰ (about a nanosecond to thirty years, in seconds); smaller values count as the
 * smallest, larger ones as the largest. An insertion costs a few nanoseconds and no memory.
 */
export class LogLinearHistogram {
  private readonly counts = new Float64Array(CELLS)
  private total = 0

  get count(): number {
    return this.total
  }

  add(value: number): void {
    this.counts[cellOf(value)]!++
    this.total++
  }

  /**
   * Quantile by linear interpolation between order statistics at rank (n − 1)·p, within 0.3 %;
   * only for a histogram that is not empty.
   */
  quantile(p: number): number {
    const rank = (this.total - 1) * p
    const below = Math.floor(rank)
    const low = this.orderStatistic(below)
    const high = this.orderStatistic(Math.min(below + 1, this.total - 1))
    return low + (high - low) * (rank - below)
  }

  /** Calls `visit` with the middle and the count of every cell that holds something, in ascending order. */
  forEach(visit: (value: number, count: number) => void): void {
    for (let cell = 0; cell < CELLS; cell++) if (this.counts[cell]! > 0) visit(middleOf(cell), this.counts[cell]!)
  }

  /** The value with `rank` smaller or equal ones before it. */
  private orderStatistic(rank: number): number {
    let seen = 0
    for (let cell = 0; cell < CELLS; cell++) {
      seen += this.counts[cell]!
      if (seen > rank) return middleOf(cell)
    }
    return middleOf(CELLS - 1)
  }
}

const MIN_EXPONENT = -30
const MAX_EXPONENT = 30
const CELL_BITS = 8
const CELLS_PER_OCTAVE = 1 << CELL_BITS
const CELLS = (MAX_EXPONENT - MIN_EXPONENT) * CELLS_PER_OCTAVE

const float = new Float64Array(1)
const words = new Uint32Array(float.buffer)
float[0] = 1
const HIGH = words[1] === 0x3ff00000 ? 1 : 0

/** Exponent and leading mantissa bits of the double are the cell's number. */
function cellOf(value: number): number {
  float[0] = value
  const cell = (words[HIGH]! >>> (20 - CELL_BITS)) - ((1023 + MIN_EXPONENT) << CELL_BITS)
  return cell < 0 ? 0 : cell >= CELLS ? CELLS - 1 : cell
}

function middleOf(cell: number): number {
  return (lowerEdgeOf(cell) + lowerEdgeOf(cell + 1)) / 2
}

function lowerEdgeOf(cell: number): number {
  words[HIGH] = (cell + ((1023 + MIN_EXPONENT) << CELL_BITS)) << (20 - CELL_BITS)
  words[1 - HIGH] = 0
  return float[0]!
}
