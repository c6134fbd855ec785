import { type TSchema, Type } from 'typebox'
import { type FieldNotes, notes } from '../fields'

/*
 * The parameters of the laws. All times are in seconds. The first example of a parameter is what completion, forms and
 * quick fixes start from; the examples of one law fit together and give values of some hundredths of a second.
 */

/** Keys of quantiles: `p50`, `p99`, `p99.9`; their value is not exceeded in that share [%] of all cases. */
export const QUANTILE_KEY = '^p(?:100|\\d{1,2}(?:\\.\\d+)?)$'

/** Quantiles by their keys [s]. */
export type Quantiles = { [level: `p${number}`]: number }

interface ParameterNotes extends FieldNotes {
  readonly example: unknown
}

interface Bounds {
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
}

const notesOf = ({ example, ...field }: ParameterNotes) => ({ ...notes(field), examples: [example] })

const number = (field: ParameterNotes, bounds?: Bounds) => Type.Number({ ...notesOf(field), ...bounds })

/** A number that several laws have; it is written once in the schema, under this name. */
const shared = (name: string, field: ParameterNotes, bounds?: Bounds) =>
  Type.Number({ ...notesOf(field), ...bounds, 'x-shared': name })

const list = <T extends TSchema>(items: T, field: ParameterNotes) => Type.Array(items, notesOf(field))

const seconds = (title: string, description: string, example: number) => ({ title, description, unit: 's', example })

/**
 * The longest time [s], about thirty years: as far as histograms reach. It bounds all other numbers of a law, too, so that
 * no sum, square or table outgrows doubles or memory.
 */
const MOST = 1e9

export const positive = { exclusiveMinimum: 0, maximum: MOST } as const
export const notNegative = { minimum: 0, maximum: MOST } as const
/** Of a variance. */
export const notNegativeSquare = { minimum: 0, maximum: MOST * MOST } as const

export const mean = shared('mean', seconds('mean', 'Expected value.', 0.02), positive)
/** The table of a Poisson law grows with the root of its mean. */
export const meanCount = number(seconds('mean', 'Expected value, in whole seconds.', 1), {
  exclusiveMinimum: 0,
  maximum: 1e6,
})
export const std = shared('std', seconds('standard deviation', 'Square root of the variance.', 0.005), notNegative)
export const cv = shared(
  'cv',
  { title: 'coefficient of variation', description: 'Standard deviation divided by the mean.', example: 0.5 },
  notNegative,
)
/** `null` is 0.1.1's spelling of "left out". */
export const variance = Type.Union([Type.Number(notNegativeSquare), Type.Null()], {
  ...notes({
    title: 'variance',
    description: 'Square of the standard deviation.',
    unit: 's²',
  }),
  'x-shared': 'variance',
  examples: [0.0001],
})
export const low = number(seconds('low', 'Smallest value.', 0.01), notNegative)
export const high = number(seconds('high', 'Largest value.', 0.03), positive)
export const mu = number(
  { title: 'μ', description: 'Mean of the logarithm of the values in seconds.', example: -4 },
  { minimum: -50, maximum: 50 },
)
export const sigma = number(
  { title: 'σ', description: 'Standard deviation of the logarithm of the values.', example: 0.5 },
  { minimum: 0, maximum: 10 },
)
export const shape = number(
  {
    title: 'shape',
    description: 'Form of the curve: below 1 it falls from the start, above 1 it has a hump.',
    example: 2,
  },
  { minimum: 0.05, maximum: 10_000 },
)
/** Bounds the shape 1/cv² as `shape` is bounded. */
export const gammaCv = number(
  { title: 'coefficient of variation', description: 'Standard deviation divided by the mean.', example: 0.5 },
  { minimum: 0.01, maximum: 4 },
)
export const scale = number(seconds('scale', 'Stretches the curve along the time axis.', 0.01), positive)
export const stages = Type.Integer({
  ...notes({ title: 'stages', description: 'How many equal exponential stages a value is the sum of.' }),
  minimum: 1,
  maximum: 1000,
  examples: [3],
})
export const alpha = number(
  {
    title: 'α',
    description: 'How fast the tail falls: the variance is finite above 2, the mean above 1.',
    example: 2.5,
  },
  { minimum: 0.1, maximum: 1000 },
)
export const minimum = number(seconds('minimum', 'Smallest value.', 0.01), positive)
export const burstiness = number(
  { title: 'coefficient of variation', description: 'Standard deviation divided by the mean; at least 1.', example: 2 },
  { minimum: 1, maximum: 1000 },
)
export const means = list(Type.Number(positive), {
  title: 'means',
  description: 'Mean of each exponential branch.',
  unit: 's',
  example: [0.01, 0.11],
})
export const weights = list(Type.Number(notNegative), {
  title: 'weights',
  description: 'How likely each branch is, in the order of the means; divided by their sum.',
  example: [0.9, 0.1],
})
export const samples = list(Type.Number(notNegative), {
  title: 'samples',
  description: 'Measured values; each draw is one of them, all equally likely.',
  unit: 's',
  example: [0.012, 0.018, 0.025, 0.09],
})
export const quantile = number(
  {
    title: 'quantile',
    description: 'Value that is not exceeded in this share of all cases, in per cent.',
    unit: 's',
    example: 0.02,
  },
  notNegative,
)
export const quantiles = Type.Unsafe<Quantiles>({
  type: 'object',
  ...notes({
    title: 'quantiles',
    description: 'Measured quantiles, p0 and p100 among them; values between two of them are equally likely.',
    unit: 's',
  }),
  patternProperties: { [QUANTILE_KEY]: quantile },
  'x-keys': ['p0', 'p50', 'p90', 'p95', 'p99', 'p99.9', 'p100'],
  examples: [{ p0: 0.005, p50: 0.02, p99: 0.1, p100: 0.4 }],
})
export const weight = number(
  { title: 'weight', description: 'How likely this component is; divided by the sum of all weights.', example: 0.5 },
  notNegative,
)
export const shift = shared('shift', seconds('shift', 'Added to every value, before min and max apply.', 0.001), {
  minimum: -MOST,
  maximum: MOST,
})
export const min = shared('min', seconds('min', 'Smaller values count as this one.', 0.001), notNegative)
export const max = shared('max', seconds('max', 'Larger values count as this one.', 1), positive)
export const cutOff = number(seconds('max', 'Largest value: the law is cut off there (bounded Pareto).', 1), positive)
