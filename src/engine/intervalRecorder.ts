import type { Network } from '../kernel/network/network'
import { Outcome } from '../kernel/network/outcome'
import { PHASES } from '../kernel/network/phase'
import type { LogLinearHistogram } from '../stats/logLinearHistogram'
import type { NamedGauge } from './gauges'
import type { InSystem } from './inSystem'
import type { CounterName, Intervals } from './intervals'
import type { ObjectiveCounter } from './objectives'

/** A count that only grows. */
export interface NamedCounter {
  readonly component: string
  readonly name: CounterName
  readonly read: () => number
}

/** What is read at the borders of the intervals; all of it only grows, but for the new start after the warm-up. */
export interface Counted {
  readonly outcomes: Float64Array
  readonly inSystem: InSystem
  readonly latencies: LogLinearHistogram
  readonly phaseTotals: Float64Array
}

/** Reads a run at the borders of its intervals; between them it costs nothing. */
export class IntervalRecorder {
  private readonly ends: number[] = []
  private readonly generated: number[] = []
  private readonly completed: number[] = []
  private readonly dropped: number[] = []
  private readonly noServerUp: number[] = []
  private readonly inSystemMean: number[] = []
  private readonly inSystemMax: number[] = []
  private readonly phases: number[] = []
  private readonly firstCell: number[] = [0]
  private readonly cell: number[] = []
  private readonly count: number[] = []
  private readonly means: readonly number[][]
  private readonly maxima: readonly number[][]
  private readonly counts: readonly number[][]
  private readonly valid: readonly number[][]
  private readonly good: readonly number[][]
  private readonly lastValid: Float64Array
  private readonly lastGood: Float64Array

  private readonly lastIntegrals: Float64Array
  private readonly lastCounts: Float64Array
  private lastInSystem = 0
  private lastGenerated = 0
  private lastOutcomes: Float64Array | undefined
  private lastCells: Float64Array | undefined
  private readonly lastPhases = new Float64Array(PHASES)

  constructor(
    private readonly gauges: readonly NamedGauge[],
    private readonly counters: readonly NamedCounter[],
    private readonly objectives: readonly ObjectiveCounter[],
  ) {
    this.means = gauges.map(() => [])
    this.maxima = gauges.map(() => [])
    this.counts = counters.map(() => [])
    this.valid = objectives.map(() => [])
    this.good = objectives.map(() => [])
    this.lastValid = new Float64Array(objectives.length)
    this.lastGood = new Float64Array(objectives.length)
    this.lastIntegrals = new Float64Array(gauges.length)
    this.lastCounts = new Float64Array(counters.length)
  }

  /** Ends an interval now; does nothing if none has passed since the last. */
  close({ simulation, requests, gauges }: Network, counted: Counted): void {
    const { now } = simulation
    const length = now - (this.ends.at(-1) ?? 0)
    if (length === 0) return
    this.ends.push(now)
    this.generated.push(requests.generated - this.lastGenerated)
    this.lastGenerated = requests.generated
    this.readOutcomes(counted.outcomes)
    const area = counted.inSystem.integral(now)
    this.inSystemMean.push((area - this.lastInSystem) / length)
    this.inSystemMax.push(counted.inSystem.takeMaximum())
    this.lastInSystem = area
    this.readLatencies(counted.latencies)
    this.readPhases(counted.phaseTotals)
    this.gauges.forEach(({ gauge, scale }, i) => {
      const integral = gauge.integral(now)
      this.means[i]!.push(((integral - this.lastIntegrals[i]!) / length) * scale)
      this.maxima[i]!.push(gauge.maximum * scale)
      this.lastIntegrals[i] = integral
    })
    gauges.closeInterval()
    this.counters.forEach(({ read }, i) => {
      const total = read()
      this.counts[i]!.push(total - this.lastCounts[i]!)
      this.lastCounts[i] = total
    })
    this.objectives.forEach(({ valid, good }, i) => {
      this.valid[i]!.push(valid - this.lastValid[i]!)
      this.good[i]!.push(good - this.lastGood[i]!)
      this.lastValid[i] = valid
      this.lastGood[i] = good
    })
  }

  /** Latencies, phases and objectives are counted from zero again. */
  restart(): void {
    this.lastValid.fill(0)
    this.lastGood.fill(0)
    this.lastCells = undefined
    this.lastPhases.fill(0)
  }

  /** The intervals closed so far. */
  intervals(): Intervals {
    const columns = (rows: readonly (readonly number[])[], i: number) => Float64Array.from(rows[i]!)
    return {
      ends: Float64Array.from(this.ends),
      generated: Float64Array.from(this.generated),
      completed: Float64Array.from(this.completed),
      dropped: Float64Array.from(this.dropped),
      noServerUp: Float64Array.from(this.noServerUp),
      inSystem: { mean: Float64Array.from(this.inSystemMean), max: Float64Array.from(this.inSystemMax) },
      latencies: {
        first: Uint32Array.from(this.firstCell),
        cell: Uint16Array.from(this.cell),
        count: Float64Array.from(this.count),
      },
      phases: Float64Array.from(this.phases),
      gauges: this.gauges.map(({ component, metric }, i) => ({
        component,
        metric,
        mean: columns(this.means, i),
        max: columns(this.maxima, i),
      })),
      counters: this.counters.map(({ component, name }, i) => ({ component, name, count: columns(this.counts, i) })),
      objectives: this.objectives.map(({ spec: { id } }, i) => ({
        id,
        valid: columns(this.valid, i),
        good: columns(this.good, i),
      })),
    }
  }

  private readOutcomes(outcomes: Float64Array): void {
    const last = this.lastOutcomes ?? new Float64Array(outcomes.length)
    let dropped = 0
    for (let i = Outcome.FIRST_LINK; i < outcomes.length; i++) dropped += outcomes[i]! - last[i]!
    this.dropped.push(dropped)
    this.completed.push(outcomes[Outcome.COMPLETED]! - last[Outcome.COMPLETED]!)
    this.noServerUp.push(outcomes[Outcome.NO_SERVER_UP]! - last[Outcome.NO_SERVER_UP]!)
    this.lastOutcomes = outcomes.slice()
  }

  private readLatencies({ counts, usedCells }: LogLinearHistogram): void {
    this.lastCells ??= new Float64Array(counts.length)
    const last = this.lastCells
    for (let cell = usedCells.first; cell < usedCells.end; cell++) {
      const added = counts[cell]! - last[cell]!
      if (added === 0) continue
      this.cell.push(cell)
      this.count.push(added)
      last[cell] = counts[cell]!
    }
    this.firstCell.push(this.cell.length)
  }

  private readPhases(totals: Float64Array): void {
    for (let phase = 0; phase < PHASES; phase++) {
      this.phases.push(totals[phase]! - this.lastPhases[phase]!)
      this.lastPhases[phase] = totals[phase]!
    }
  }
}

/** Borders of the intervals of a run [s]. */
export class Borders {
  private readonly hundredths: number
  private passed = 0

  /**
   * @param horizon [s]
   * @param warmUp another border [s]; 0 for none
   * @param most largest number of intervals, ≥ 1; at least two fifths of it are made
   */
  constructor(
    private readonly horizon: number,
    private readonly warmUp: number,
    most: number,
  ) {
    this.hundredths = roundLength((horizon * 100) / most)
  }

  /** The first border after `now`; the horizon is the last. */
  after(now: number): number {
    while ((this.passed * this.hundredths) / 100 <= now) this.passed++
    const next = Math.min(this.horizon, (this.passed * this.hundredths) / 100)
    return now < this.warmUp && this.warmUp < next ? this.warmUp : next
  }
}

/** The smallest of 1, 2, 5, 10, 20, 50, … that is not below `least`. */
function roundLength(least: number): number {
  for (let unit = 1; ; unit *= 10) {
    for (const digit of [1, 2, 5]) if (digit * unit >= least) return digit * unit
  }
}
