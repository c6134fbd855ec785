import { distributionOf } from '../catalog/random-variables/model'
import type { DurationSpec } from '../catalog/specs'

/** What to show of a law at a glance: its density between two ends, and three figures. All times in seconds. */
export interface LawCurve {
  readonly mean: number
  readonly p50: number
  readonly p99: number
  /** Ends of the drawn part; the upper one lies a little beyond p99. */
  readonly low: number
  readonly high: number
  /** Density in equal cells from `low` to `high`, relative to the highest. */
  readonly density: readonly number[]
  /** Values that have a probability of their own, with that probability. */
  readonly atoms: readonly Atom[]
}

export interface Atom {
  readonly value: number
  readonly mass: number
}

const CELLS = 72
/** Quantiles at which atoms are looked for: one with less than 1 % of the mass is drawn as density. */
const PROBES = 100

/** The density of a law by differences of its cumulative probabilities; takes well under a millisecond. */
export function lawCurve(duration: DurationSpec): LawCurve {
  const law = distributionOf(duration)
  const p50 = law.quantile(0.5)
  const p99 = law.quantile(0.99)
  const first = law.quantile(0.005)
  // A law that begins far from 0 is drawn without the empty part.
  const low = first > p99 / 3 ? Math.max(0, first - (p99 - first) / 10 - p99 / 100) : 0
  const high = p99 + (p99 - low) / 10
  const atoms = atomsOf(law.quantile.bind(law), law.cumulative.bind(law)).filter(({ value }) => value <= high)
  const width = (high - low) / CELLS
  // Borders stand a hair to the right, so that rounding never puts an atom on the wrong side of one.
  const borders = Array.from({ length: CELLS + 1 }, (_, cell) => low + (cell + HAIR) * width)
  const masses = borders.slice(1).map((end, cell) => {
    const start = cell === 0 && low === 0 ? Number.NEGATIVE_INFINITY : borders[cell]!
    const own = atoms.reduce((sum, { value, mass }) => (start < value && value <= end ? sum + mass : sum), 0)
    return Math.max(0, law.cumulative(end) - law.cumulative(start) - own)
  })
  const highest = Math.max(...masses)
  const density = masses.map((mass) => (highest > NOISE ? mass / highest : 0))
  return { mean: law.mean, p50, p99, low, high, density, atoms }
}

/** Part of a cell by which borders are moved. */
const HAIR = 1e-3
/** Less than this in the fullest cell is rounding, not density. */
const NOISE = 1e-9

/** A quantile that stays where it is for a while stands on an atom. */
function atomsOf(quantile: (u: number) => number, cumulative: (x: number) => number): Atom[] {
  const values = Array.from({ length: PROBES }, (_, i) => quantile((i + 0.5) / PROBES))
  const repeated = new Set(values.filter((value, i) => value === values[i - 1]))
  return [...repeated].map((value) => {
    const step = JUST_BESIDE * (1 + value)
    return { value, mass: cumulative(value + step) - cumulative(value - step) }
  })
}

/** A step that gets past an atom, rounding included, and takes next to no density along. */
const JUST_BESIDE = 1e-12
