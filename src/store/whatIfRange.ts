import type { FieldSchema } from '../scenario/fields'

/** Values that a knob is turned through: `steps` of them from `low` to `high`, both included. */
export interface KnobRange {
  readonly low: number
  readonly high: number
  /** 2 … {@link MOST_STEPS}. */
  readonly steps: number
}

export const MOST_STEPS = 25
const USUAL_STEPS = 9

type Bounds = Pick<FieldSchema, 'type' | 'minimum' | 'maximum'>

/**
 * Where to begin: from half to double the present value; a few steps up where there is nothing to halve or the value
 * is a small whole number.
 */
export function startingRange(present: number | undefined, field: Bounds): KnobRange {
  const isWhole = field.type === 'integer'
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = field
  const within = (value: number) => Math.min(maximum, Math.max(minimum, isWhole ? Math.round(value) : value))
  const value = present ?? Math.max(0, minimum)
  const reach = value === 0 ? reachFromZero(field) : Math.abs(value)
  const low = within(value - (value > 0 ? value / 2 : 0) - (value < 0 ? reach : 0))
  const high = within(value + (isWhole ? Math.max(reach, 3) : reach))
  return { low, high, steps: isWhole ? Math.max(2, Math.min(USUAL_STEPS, high - low + 1)) : USUAL_STEPS }
}

/** A tenth of what is possible, so that a rate of loss begins with rates that occur. */
function reachFromZero({ type, maximum }: Bounds): number {
  if (type === 'integer') return USUAL_STEPS - 1
  return maximum === undefined ? 1 : maximum / 10
}

/**
 * The values of a range in ascending order, whole where the field is, else to three significant digits; the present
 * value is among them if it lies in the range.
 */
export function valuesOf({ low, high, steps }: KnobRange, present: number | undefined, field: Bounds): number[] {
  const count = Math.min(MOST_STEPS, Math.max(2, steps))
  const tidy = (value: number) => (field.type === 'integer' ? Math.round(value) : Number(value.toPrecision(3)))
  const grid = Array.from({ length: count - 2 }, (_, i) => tidy(low + ((high - low) * (i + 1)) / (count - 1)))
  const isInside = present !== undefined && present >= low && present <= high
  return [...new Set([low, ...grid, high, ...(isInside ? [present] : [])])].toSorted((a, b) => a - b)
}

/** The one of `values` that is nearest to `value`; undefined if there are none. */
export function nearestTo(value: number, values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => Math.abs(a - value) - Math.abs(b - value))[0]
}
