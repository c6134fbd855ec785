import { type Static, type TProperties, Type } from 'typebox'
import { type FieldNotes, notes } from '../fields'
import * as parameter from './parameters'

interface LawNotes<P extends TProperties> extends FieldNotes {
  readonly parameters: P
  /**
   * The sets of parameters that determine the law, the one to offer first at the front.
   * A parameter that is in none of them may always be left out.
   */
  readonly spellings: readonly (readonly string[])[]
  /** Holds where no law is written. */
  readonly isDefault?: boolean
  /** Keys of the law that follow a pattern, as JSON Schema spells them. */
  readonly patterns?: object
}

/** Parameters that every law has. */
const bounds = {
  shift: Type.Optional(parameter.shift),
  min: Type.Optional(parameter.min),
  max: Type.Optional(parameter.max),
}

function law<const N extends string, P extends TProperties>(name: N, notesOfLaw: LawNotes<P>) {
  const { parameters, spellings, isDefault = false, patterns, ...field } = notesOfLaw
  return Type.Object(
    {
      distribution: Type.Enum([name], { ...notes(field), ...(isDefault ? { default: name } : {}) }),
      ...parameters,
      ...bounds,
      // A law may read one of the bounds in its own way.
      ...parameters,
    },
    { ...notes(field), ...patterns, 'x-kind': 'law', 'x-shared': name, 'x-spellings': spellings },
  )
}

/** `mean` with a measure of how much the values vary. */
const spread = {
  mean: parameter.mean,
  std: Type.Optional(parameter.std),
  variance: Type.Optional(parameter.variance),
  cv: Type.Optional(parameter.cv),
}

const exponential = law('exponential', {
  title: 'exponential',
  description: 'Exponential: many small values, few large ones; what is left to wait never depends on the wait so far.',
  parameters: { mean: parameter.mean, variance: Type.Optional(parameter.variance) },
  spellings: [['mean']],
})

const logNormal = law('log_normal', {
  title: 'log-normal',
  description:
    'Log-normal: a hump and a long tail, as most measured latencies have. Without std, variance or cv the variance equals the mean.',
  parameters: {
    ...spread,
    mean: Type.Optional(parameter.mean),
    mu: Type.Optional(parameter.mu),
    sigma: Type.Optional(parameter.sigma),
  },
  spellings: [['mean', 'cv'], ['p50', 'p99'], ['mean', 'std'], ['mean', 'variance'], ['mu', 'sigma'], ['mean']],
  patterns: {
    patternProperties: { [parameter.QUANTILE_KEY]: parameter.quantile },
    'x-keys': ['p50', 'p90', 'p95', 'p99'],
  },
})

const normal = law('normal', {
  title: 'normal',
  description: 'Normal (Gauss); values below 0 count as 0. Without std, variance or cv the variance equals the mean.',
  parameters: spread,
  spellings: [['mean', 'std'], ['mean', 'variance'], ['mean', 'cv'], ['mean']],
})

const uniform = law('uniform', {
  title: 'uniform',
  description:
    'Uniform: all values between two bounds are equally likely; from 0 to twice the mean, or mean ± √(3·variance), not below 0.',
  parameters: {
    low: Type.Optional(parameter.low),
    high: Type.Optional(parameter.high),
    mean: Type.Optional(parameter.mean),
    variance: Type.Optional(parameter.variance),
  },
  spellings: [['low', 'high'], ['mean'], ['mean', 'variance']],
})

const gamma = law('gamma', {
  title: 'gamma',
  description: 'Gamma: a hump with a tail lighter than that of a log-normal.',
  parameters: {
    mean: Type.Optional(parameter.mean),
    cv: Type.Optional(parameter.gammaCv),
    shape: Type.Optional(parameter.shape),
    scale: Type.Optional(parameter.scale),
  },
  spellings: [
    ['mean', 'cv'],
    ['shape', 'scale'],
  ],
})

const erlang = law('erlang', {
  title: 'Erlang',
  description: 'Erlang: the sum of k equal exponential stages; the more stages, the less it varies.',
  parameters: { mean: parameter.mean, k: parameter.stages },
  spellings: [['mean', 'k']],
})

const weibull = law('weibull', {
  title: 'Weibull',
  description: 'Weibull: exponential at shape 1, a heavier tail below, a lighter one above.',
  parameters: { shape: parameter.shape, scale: parameter.scale },
  spellings: [['shape', 'scale']],
})

const pareto = law('pareto', {
  title: 'Pareto',
  description: 'Pareto: a heavy tail that falls as a power of the value; a few values make up much of the sum.',
  parameters: {
    alpha: parameter.alpha,
    mean: Type.Optional(parameter.mean),
    minimum: Type.Optional(parameter.minimum),
    max: Type.Optional(parameter.cutOff),
  },
  spellings: [
    ['alpha', 'mean'],
    ['alpha', 'minimum'],
  ],
})

const hyperexponential = law('hyperexponential', {
  title: 'hyperexponential',
  description: 'Hyperexponential: one of several exponential branches; varies more than an exponential.',
  parameters: {
    mean: Type.Optional(parameter.mean),
    cv: Type.Optional(parameter.burstiness),
    means: Type.Optional(parameter.means),
    weights: Type.Optional(parameter.weights),
  },
  spellings: [
    ['mean', 'cv'],
    ['means', 'weights'],
  ],
})

const deterministic = law('deterministic', {
  title: 'deterministic',
  description: 'Always the same value; may also be written as a plain number.',
  parameters: { mean: parameter.mean },
  spellings: [['mean']],
})

const empirical = law('empirical', {
  title: 'empirical',
  description: 'Empirical: drawn from measured values, or from measured quantiles.',
  parameters: {
    samples: Type.Optional(parameter.samples),
    quantiles: Type.Optional(parameter.quantiles),
  },
  spellings: [['quantiles'], ['samples']],
})

const poisson = law('poisson', {
  title: 'Poisson',
  description: 'Poisson: whole numbers; as a time, whole seconds. Holds where no distribution is written.',
  parameters: { mean: parameter.meanCount, variance: Type.Optional(parameter.variance) },
  spellings: [['mean']],
  isDefault: true,
})

/** Laws that a component of a mixture may follow, in the order in which they are offered. */
const simpleLaws = [
  exponential,
  logNormal,
  normal,
  uniform,
  gamma,
  erlang,
  weibull,
  pareto,
  hyperexponential,
  deterministic,
  empirical,
  poisson,
] as const

type SimpleLawSpec = Static<(typeof simpleLaws)[number]>

/** One component of a mixture: a law with its weight. */
export type ComponentSpec = SimpleLawSpec & { weight: number }

const mixture = law('mixture', {
  title: 'mixture',
  description: 'Mixture: each value follows one of several laws, such as 97 % fast answers and 3 % slow ones.',
  parameters: {
    components: Type.Array(
      Type.Unsafe<ComponentSpec>({
        title: 'Component',
        description: 'A law and how likely it is.',
        type: 'object',
        required: ['weight'],
        properties: { weight: parameter.weight },
        discriminator: { propertyName: 'distribution' },
        oneOf: simpleLaws,
      }),
      {
        ...notes({ title: 'components', description: 'The laws and their weights.' }),
        examples: [
          [
            { weight: 0.97, distribution: 'exponential', mean: 0.01 },
            { weight: 0.03, distribution: 'exponential', mean: 0.2 },
          ],
        ],
      },
    ),
  },
  spellings: [['components']],
})

/** Every law that a random variable may follow, in the order in which they are offered. */
export const lawSpecs = [...simpleLaws.slice(0, -1), mixture, poisson] as const

/** A random variable: a law with its parameters, told apart by `distribution`. */
export type RandomVariableSpec = SimpleLawSpec | Static<typeof mixture>
export type LawName = RandomVariableSpec['distribution']
