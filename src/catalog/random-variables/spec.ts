import { type Static, Type } from 'typebox'
import { notes } from '../fields'

/** Laws that a random variable may follow, as AsyncFlow spells them. */
export const distributionNames = ['poisson', 'normal', 'log_normal', 'exponential', 'uniform'] as const
export type DistributionName = (typeof distributionNames)[number]

interface RandomVariableNotes {
  readonly title: string
  readonly description: string
  readonly unit: string
  readonly distributions: readonly DistributionName[]
  /** Whether the mean must be > 0 (latencies) or ≥ 0 (users, rates). */
  readonly mean: 'positive' | 'non-negative'
}

/**
 * A random variable: mean, law and, where the law has one, variance.
 * `variance` is a variance (not a standard deviation) and defaults to the mean for normal and log_normal.
 */
export function randomVariable({ title, description, unit, distributions, mean }: RandomVariableNotes) {
  return Type.Object(
    {
      mean: Type.Number({
        ...notes({ title: 'mean', description: 'Expected value.', unit }),
        ...(mean === 'positive' ? { exclusiveMinimum: 0 } : { minimum: 0 }),
      }),
      distribution: Type.Enum([...distributionNames], {
        ...notes({ title: 'distribution', description: 'Law of the values; poisson when left out.' }),
        enum: distributions,
        default: 'poisson',
      }),
      variance: Type.Optional(
        Type.Union([Type.Number({ minimum: 0 }), Type.Null()], {
          ...notes({
            title: 'variance',
            description:
              'Variance (the square of the standard deviation). Used by normal, log_normal and uniform; equals the mean when left out for normal and log_normal.',
            unit: `${unit}²`,
          }),
        }),
      ),
    },
    { title, description, 'x-kind': 'random-variable' },
  )
}

export type RandomVariableSpec = Static<ReturnType<typeof randomVariable>>
