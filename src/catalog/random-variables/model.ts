import { ClampedNormal } from '../../kernel/random/distributions/clampedNormal'
import type { Distribution } from '../../kernel/random/distributions/distribution'
import { Exponential } from '../../kernel/random/distributions/exponential'
import { LogNormal } from '../../kernel/random/distributions/logNormal'
import { Poisson } from '../../kernel/random/distributions/poisson'
import { Uniform } from '../../kernel/random/distributions/uniform'
import type { DistributionName, RandomVariableSpec } from './spec'

/** The law that a random variable of a scenario follows. */
export function distributionOf(spec: RandomVariableSpec): Distribution {
  return laws[spec.distribution](spec.mean, spec.variance ?? undefined)
}

/** A variance that is not given equals the mean for normal and log_normal. */
const laws: Record<DistributionName, (mean: number, variance: number | undefined) => Distribution> = {
  poisson: (mean) => new Poisson(mean),
  exponential: (mean) => new Exponential(mean),
  uniform: (mean, variance) => {
    const halfWidth = variance === undefined ? mean : Math.sqrt(3 * variance)
    return new Uniform(Math.max(0, mean - halfWidth), mean + halfWidth)
  },
  normal: (mean, variance = mean) => new ClampedNormal(mean, variance),
  log_normal: (mean, variance = mean) => LogNormal.ofMoments(mean, variance),
}
