import { ensureExists } from '../../base/assert'
import { Bounded } from '../../kernel/random/distributions/bounded'
import { ClampedNormal } from '../../kernel/random/distributions/clampedNormal'
import { Deterministic } from '../../kernel/random/distributions/deterministic'
import type { Distribution } from '../../kernel/random/distributions/distribution'
import { Empirical } from '../../kernel/random/distributions/empirical'
import { Exponential } from '../../kernel/random/distributions/exponential'
import { Gamma } from '../../kernel/random/distributions/gamma'
import { Hyperexponential } from '../../kernel/random/distributions/hyperexponential'
import { LogNormal } from '../../kernel/random/distributions/logNormal'
import { Mixture } from '../../kernel/random/distributions/mixture'
import { Pareto } from '../../kernel/random/distributions/pareto'
import { Poisson } from '../../kernel/random/distributions/poisson'
import { Uniform } from '../../kernel/random/distributions/uniform'
import { Weibull } from '../../kernel/random/distributions/weibull'
import type { DurationSpec, LawName, RandomCountSpec, RandomVariableSpec } from './spec'

/** The spec of one law. */
type LawSpec<N extends LawName> = Extract<RandomVariableSpec, { distribution: N }>

/** The law that a random variable of a valid scenario follows. */
export function distributionOf(spec: DurationSpec | RandomCountSpec): Distribution {
  if (typeof spec === 'number') return new Deterministic(spec)
  // TypeScript does not see that the entry chosen by the name is made for this very member of the union.
  const lawOf = laws[spec.distribution] as (spec: RandomVariableSpec) => Distribution
  return lawOf(spec)
}

/** A duration as models take it [s]: a number where it never varies, else its law. */
export function durationOf(spec: DurationSpec): number | Distribution {
  const law = distributionOf(spec)
  return law instanceof Deterministic ? law.mean : law
}

/** Quantiles by their keys, as points of the law in ascending order. */
export function quantilePoints(quantiles: object): { probability: number; value: number }[] {
  return Object.entries(quantiles)
    .flatMap(([key, value]) =>
      /^p\d/.test(key) ? [{ probability: Number(key.slice(1)) / 100, value: Number(value) }] : [],
    )
    .toSorted((a, b) => a.probability - b.probability)
}

const laws: { readonly [N in LawName]: (spec: LawSpec<N>) => Distribution } = {
  deterministic: (spec) => bounded(spec, new Deterministic(spec.mean)),
  exponential: (spec) => bounded(spec, new Exponential(spec.mean)),
  poisson: (spec) => bounded(spec, new Poisson(spec.mean)),
  uniform: (spec) => bounded(spec, uniform(spec)),
  // The shift comes before the clamp at 0.
  normal: ({ shift = 0, ...spec }) => bounded(spec, new ClampedNormal(spec.mean + shift, varianceOf(spec, spec.mean))),
  log_normal: (spec) => bounded(spec, logNormal(spec)),
  gamma: (spec) => bounded(spec, gamma(spec)),
  erlang: (spec) => bounded(spec, new Gamma(spec.k, spec.mean / spec.k)),
  weibull: (spec) => bounded(spec, new Weibull(spec.shape, spec.scale)),
  // Its max is where the law itself ends.
  pareto: ({ max, ...spec }) => bounded(spec, new Pareto(spec.alpha, paretoMinimum({ max, ...spec }), max)),
  hyperexponential: (spec) => bounded(spec, hyperexponential(spec)),
  empirical: (spec) => bounded(spec, empirical(spec)),
  mixture: (spec) =>
    bounded(spec, new Mixture(spec.components.map((each) => ({ weight: each.weight, law: distributionOf(each) })))),
}

interface Bounds {
  readonly shift?: number | undefined
  readonly min?: number | undefined
  readonly max?: number | undefined
}

function bounded({ shift, min, max }: Bounds, law: Distribution): Distribution {
  if (shift === undefined && min === undefined && max === undefined) return law
  return new Bounded(law, {
    ...(shift === undefined ? {} : { shift }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  })
}

interface Spread {
  readonly std?: number | undefined
  readonly variance?: number | null | undefined
  readonly cv?: number | undefined
}

/** The variance however it is spelled; one that is not given equals the mean. */
function varianceOf({ std, variance, cv }: Spread, mean: number): number {
  if (std !== undefined) return std * std
  if (cv !== undefined) return cv * mean * (cv * mean)
  return variance ?? mean
}

function uniform({ low, high, mean, variance }: LawSpec<'uniform'>): Distribution {
  if (low !== undefined && high !== undefined) return new Uniform(low, high)
  const centre = ensureExists(mean, 'mean of a uniform law')
  const halfWidth = variance === undefined || variance === null ? centre : Math.sqrt(3 * variance)
  return new Uniform(Math.max(0, centre - halfWidth), centre + halfWidth)
}

function logNormal(spec: LawSpec<'log_normal'>): Distribution {
  if (spec.mean !== undefined) return LogNormal.ofMoments(spec.mean, varianceOf(spec, spec.mean))
  if (spec.mu !== undefined && spec.sigma !== undefined) return new LogNormal(spec.mu, spec.sigma)
  const points = quantilePoints(spec)
  const [lower, upper] = [ensureExists(points[0], 'lower quantile'), ensureExists(points[1], 'upper quantile')]
  return LogNormal.ofQuantiles(lower.probability, lower.value, upper.probability, upper.value)
}

function gamma({ mean, cv, shape, scale }: LawSpec<'gamma'>): Distribution {
  if (shape !== undefined && scale !== undefined) return new Gamma(shape, scale)
  const variation = ensureExists(cv, 'cv of a gamma law')
  const squaredCv = variation * variation
  return new Gamma(1 / squaredCv, ensureExists(mean, 'mean of a gamma law') * squaredCv)
}

/** The minimum at which a Pareto law has the wanted mean: in closed form, or by bisection where the law is cut off. */
function paretoMinimum({ alpha, mean, minimum, max }: LawSpec<'pareto'>): number {
  if (minimum !== undefined) return minimum
  const wanted = ensureExists(mean, 'mean of a Pareto law')
  if (max === undefined) return (wanted * (alpha - 1)) / alpha
  let low = 0
  let high = wanted
  for (let middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
    if (new Pareto(alpha, middle, max).mean < wanted) low = middle
    else high = middle
  }
  return high
}

function hyperexponential({ mean, cv, means, weights }: LawSpec<'hyperexponential'>): Distribution {
  if (means !== undefined && weights !== undefined) return new Hyperexponential(means, weights)
  return Hyperexponential.ofMoments(ensureExists(mean, 'mean'), ensureExists(cv, 'cv'))
}

function empirical({ samples, quantiles }: LawSpec<'empirical'>): Distribution {
  if (samples !== undefined) return Empirical.ofSamples(samples)
  return Empirical.ofQuantiles(quantilePoints(ensureExists(quantiles, 'quantiles')))
}
