import type { Distribution } from '../../src/kernel/random/distributions/distribution'
import { type LawSpec, lawOf } from './laws'
import tables from './tables/laws.json' with { type: 'json' }

/** A law of the tables: what it should give, computed with 50 digits and without the kernel. */
export interface TabulatedLaw {
  readonly name: string
  readonly spec: LawSpec
  readonly law: Distribution
  /** Infinity where the moment does not exist. */
  readonly mean: number
  readonly variance: number
  /** At {@link probabilities}. */
  readonly quantiles: readonly number[]
}

/** Where the quantiles of all laws are tabulated: 1e-12 … 1 − 1e-12. */
export const probabilities: readonly number[] = tables.probabilities

/** Every law under (at least) five sets of parameters. */
export const tabulatedLaws: readonly TabulatedLaw[] = tables.laws.map(({ law: spec, mean, variance, quantiles }) => ({
  name: JSON.stringify(spec).replaceAll('"', ''),
  spec,
  law: lawOf(spec),
  mean: mean ?? Number.POSITIVE_INFINITY,
  variance: variance ?? Number.POSITIVE_INFINITY,
  quantiles,
}))
