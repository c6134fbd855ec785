import { addPhases, PHASES } from '../kernel/network/phase'
import type { LogLinearHistogram } from '../stats/logLinearHistogram'
import { type PhaseTimes, phaseTimesOf } from './phaseTimes'

/** Where the time went of the requests between two percentiles of the latency. */
export interface PercentileBand {
  /** [%] */
  readonly from: number
  readonly to: number
  /** Requests; the bands share those whose latencies cannot be told apart, so not a whole number. */
  readonly count: number
  /** Mean latency [s], the sum of the phases; 0 without requests. */
  readonly latency: number
  readonly phases: PhaseTimes
}

/** Borders of the bands [%]: the half that is quick, and the tail in ever smaller parts. */
const BAND_BORDERS = [0, 50, 90, 95, 99, 100] as const

/** Adds up where the time went by latency, in rows of latencies within 3 % of each other. */
export class AnatomyTable {
  private times = new Float64Array(0)

  /** @param cell the latency's in a histogram with the finest cells; the request's phases stand from `at` on */
  add(cell: number, phaseTimes: Float64Array, at: number): void {
    addPhases(phaseTimes, at, this.times, (cell >> ROW_BITS) * PHASES)
  }

  /** Time of all requests in each phase [s]; their latencies are those in `histogram`. */
  totals({ usedCells }: LogLinearHistogram): Float64Array {
    const { times } = this
    const totals = new Float64Array(PHASES)
    const end = ((usedCells.end - 1) >> ROW_BITS) + 1
    for (let row = usedCells.first >> ROW_BITS; row < end; row++) {
      for (let phase = 0; phase < PHASES; phase++) totals[phase]! += times[row * PHASES + phase]!
    }
    return totals
  }

  /** Begins with nothing; `cells` is the number of cells of the histogram. */
  reset(cells: number): void {
    this.times = new Float64Array((cells >> ROW_BITS) * PHASES)
  }

  /** The bands of the latencies in `histogram`, which are those that were added. */
  bands({ counts, count: total }: LogLinearHistogram): PercentileBand[] {
    const rows = this.times.length / PHASES
    let row = 0
    let rowCount = countOfRow(counts, 0)
    let left = rowCount
    return BAND_BORDERS.slice(1).map((to, i) => {
      const from = BAND_BORDERS[i]!
      const wanted = (total * (to - from)) / 100
      const times = new Float64Array(PHASES)
      let open = wanted
      while (row < rows) {
        const taken = Math.min(open, left)
        if (taken > 0) {
          for (let phase = 0; phase < PHASES; phase++) {
            times[phase]! += (this.times[row * PHASES + phase]! * taken) / rowCount
          }
        }
        open -= taken
        left -= taken
        if (left > 0) break
        row++
        rowCount = row < rows ? countOfRow(counts, row) : 0
        left = rowCount
      }
      const latency = wanted > 0 ? times.reduce((sum, time) => sum + time, 0) / wanted : 0
      return { from, to, count: wanted, latency, phases: phaseTimesOf(times, 0, Math.max(wanted, 1e-300)) }
    })
  }
}

/** Cells of the histogram in a row: 2 to the power of it. */
const ROW_BITS = 3

function countOfRow(counts: Float64Array, row: number): number {
  let sum = 0
  for (let cell = row << ROW_BITS; cell < (row + 1) << ROW_BITS; cell++) sum += counts[cell]!
  return sum
}
