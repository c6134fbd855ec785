import { Bounded, type Bounds } from '../../src/kernel/random/distributions/bounded'
import { ClampedNormal } from '../../src/kernel/random/distributions/clampedNormal'
import { Deterministic } from '../../src/kernel/random/distributions/deterministic'
import type { Distribution } from '../../src/kernel/random/distributions/distribution'
import { Empirical } from '../../src/kernel/random/distributions/empirical'
import { Exponential } from '../../src/kernel/random/distributions/exponential'
import { Gamma } from '../../src/kernel/random/distributions/gamma'
import { Hyperexponential } from '../../src/kernel/random/distributions/hyperexponential'
import { LogNormal } from '../../src/kernel/random/distributions/logNormal'
import { Mixture } from '../../src/kernel/random/distributions/mixture'
import { Pareto } from '../../src/kernel/random/distributions/pareto'
import { Poisson } from '../../src/kernel/random/distributions/poisson'
import { Uniform } from '../../src/kernel/random/distributions/uniform'
import { Weibull } from '../../src/kernel/random/distributions/weibull'

/** Name and parameters of a law, as `tables/tables.py` spells them. */
export type LawSpec = readonly unknown[]

// biome-ignore lint/suspicious/noExplicitAny: the parameters come from a file, each law has its own
type Construct = (...parameters: any[]) => Distribution

const constructors: Readonly<Record<string, Construct>> = {
  deterministic: (value) => new Deterministic(value),
  exponential: (mean) => new Exponential(mean),
  uniform: (low, high) => new Uniform(low, high),
  clampedNormal: (mean, variance) => new ClampedNormal(mean, variance),
  logNormal: (mu, sigma) => new LogNormal(mu, sigma),
  logNormalOfMoments: LogNormal.ofMoments,
  logNormalOfQuantiles: LogNormal.ofQuantiles,
  gamma: (shape, scale) => new Gamma(shape, scale),
  weibull: (shape, scale) => new Weibull(shape, scale),
  pareto: (alpha, minimum, maximum) => new Pareto(alpha, minimum, maximum),
  hyperexponential: (means, weights) => new Hyperexponential(means, weights),
  hyperexponentialOfMoments: Hyperexponential.ofMoments,
  poisson: (mean) => new Poisson(mean),
  empiricalSample: (...values: number[]) => Empirical.ofSamples(values),
  empiricalQuantiles: (...points: [number, number][]) =>
    Empirical.ofQuantiles(points.map(([probability, value]) => ({ probability, value }))),
  mixture: (...components: [number, LawSpec][]) =>
    new Mixture(components.map(([weight, law]) => ({ weight, law: lawOf(law) }))),
  bounded: (law: LawSpec, bounds: Bounds) => new Bounded(lawOf(law), bounds),
}

/** The kernel's law of that name and those parameters. */
export function lawOf([name, ...parameters]: LawSpec): Distribution {
  return constructors[name as string]!(...parameters)
}
