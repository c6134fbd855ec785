import { lengthened } from '../base/columns'
import { Outcome } from '../kernel/network/outcome'
import { copyPhases, PHASES } from '../kernel/network/phase'
import type { RequestLog } from './runResult'

/** Columns of every request that ended, in the order in which they ended, up to a bound. */
export class RequestRecorder {
  private id: Uint32Array
  private start: Float64Array
  private finish: Float64Array
  private outcome: Uint16Array
  private phases = new Float64Array(0)
  private length = 0
  private overflow = false

  /**
   * @param capacity largest number of requests kept
   * @param withPhases of how many of them, the first ones, the phases are kept
   */
  constructor(
    private readonly capacity: number,
    private readonly withPhases: number,
  ) {
    const initial = Math.ceil(capacity / GROWTH)
    this.id = new Uint32Array(initial)
    this.start = new Float64Array(initial)
    this.finish = new Float64Array(initial)
    this.outcome = new Uint16Array(initial)
    this.phases = new Float64Array(Math.min(initial, withPhases) * PHASES)
  }

  /** True when requests ended that are not in the columns. */
  get truncated(): boolean {
    return this.overflow
  }

  /** The times in phases stand in `phaseTimes` from `at` on. */
  add(id: number, start: number, finish: number, outcome: number, phaseTimes: Float64Array, at: number): void {
    const i = this.length
    if (i === this.id.length && !this.grow()) {
      this.overflow = true
      return
    }
    this.id[i] = id
    this.start[i] = start
    this.finish[i] = finish
    this.outcome[i] = outcome
    this.length = i + 1
    if (i < this.withPhases) copyPhases(phaseTimes, at, this.phases, i * PHASES)
  }

  /** Latencies of the completed requests that ended at `from` [s] or later, in the order of the ends [s]. */
  latencies(from: number): Float64Array {
    let first = 0
    while (first < this.length && this.finish[first]! < from) first++
    let count = 0
    for (let i = first; i < this.length; i++) if (this.outcome[i] === Outcome.COMPLETED) count++
    const latencies = new Float64Array(count)
    let next = 0
    for (let i = first; i < this.length; i++) {
      if (this.outcome[i] === Outcome.COMPLETED) latencies[next++] = this.finish[i]! - this.start[i]!
    }
    return latencies
  }

  /** The columns themselves; for the end of a run. */
  toLog(outcomeNames: readonly string[]): RequestLog {
    this.cut()
    const { id, start, finish, outcome, phases } = this
    return { id, start, finish, outcome, phases, outcomeNames, truncated: this.overflow }
  }

  /** Gives back what the columns have to spare, one after another: a long log must not be there twice. */
  private cut(): void {
    this.phases = this.phases.slice(0, Math.min(this.length, this.withPhases) * PHASES)
    if (this.length === this.id.length) return
    this.id = this.id.slice(0, this.length)
    this.start = this.start.slice(0, this.length)
    this.finish = this.finish.slice(0, this.length)
    this.outcome = this.outcome.slice(0, this.length)
  }

  private grow(): boolean {
    const length = Math.min(this.capacity, this.id.length * 2)
    if (length <= this.length) return false
    this.id = lengthened(this.id, length)
    this.start = lengthened(this.start, length)
    this.finish = lengthened(this.finish, length)
    this.outcome = lengthened(this.outcome, length)
    this.phases = lengthened(this.phases, Math.min(length, this.withPhases) * PHASES)
    return true
  }
}

/**
 * How much longer the columns get: a power of two, so that the last doubling ends at their bound. Those before and after
 * it are there together.
 */
const GROWTH = 2 ** 12
