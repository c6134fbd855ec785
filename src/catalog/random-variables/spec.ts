import { type Static, Type } from 'typebox'
import { type FieldNotes, notes } from '../fields'
import { lawSpecs, type RandomVariableSpec } from './laws'
import { notNegative, notNegativeSquare, positive } from './parameters'

export type { ComponentSpec, LawName, RandomVariableSpec } from './laws'
export type { Quantiles } from './parameters'

/** A time [s] that is always the same, or a law from which each is drawn. */
export type DurationSpec = number | RandomVariableSpec

interface DurationNotes extends FieldNotes {
  /** What to start from where one is missing. */
  readonly example: DurationSpec
}

/** A time [s]: a number > 0 and at most 10⁹, or a random variable. Without `distribution` the law is poisson, as in AsyncFlow. */
export function duration({ example, ...field }: DurationNotes) {
  return Type.Unsafe<DurationSpec>({
    ...notes({ ...field, unit: 's' }),
    type: ['number', 'object'],
    ...positive,
    'x-kind': 'duration',
    examples: [example],
    discriminator: { propertyName: 'distribution' },
    oneOf: lawSpecs,
  })
}

interface CountNotes extends FieldNotes {
  readonly unit: string
  readonly distributions: readonly ('poisson' | 'normal')[]
}

/**
 * A random count: mean, law and, for the normal law, variance.
 * `variance` is a variance (not a standard deviation) and equals the mean when left out.
 */
export function randomCount({ title, description, unit, distributions }: CountNotes) {
  return Type.Object(
    {
      mean: Type.Number({ ...notes({ title: 'mean', description: 'Expected value.', unit }), ...notNegative }),
      distribution: Type.Enum(['poisson', 'normal'], {
        ...notes({ title: 'distribution', description: 'Law of the values; poisson when left out.' }),
        enum: distributions,
        default: 'poisson',
      }),
      variance: Type.Optional(
        Type.Union([Type.Number(notNegativeSquare), Type.Null()], {
          ...notes({
            title: 'variance',
            description:
              'Variance (the square of the standard deviation) of the normal law; equals the mean when left out.',
            unit: `${unit}²`,
          }),
        }),
      ),
    },
    { title, description, 'x-kind': 'random-variable' },
  )
}
export type RandomCountSpec = Static<ReturnType<typeof randomCount>>
