import { distributionOf, quantilePoints } from '../../catalog/random-variables/model'
import type { RandomVariableSpec } from '../../catalog/specs'
import type { Diagnostic } from '../diagnostic'
import { keyRangeOf } from '../locate'
import { normalize } from '../normalize'
import { nameWithArticle } from '../words'
import { type Tree, treeAt } from '../yaml/tree'
import type { WrittenLaw } from './coerce'

/** Checks values that only make sense together. The law has all its parameters, each with a value in its own range. */
export function checkLawValues(law: WrittenLaw, root: Tree): Diagnostic | undefined {
  const spec = normalize(law.data) as RandomVariableSpec
  const fault = faultOfSize(spec) ?? faultOf(spec) ?? faultOfMean(spec)
  if (fault === undefined) return undefined
  const { code, key, message, hint } = fault
  const path = key === undefined ? law.path : [...law.path, key]
  return {
    code,
    severity: 'error',
    range:
      treeAt(root, path) === undefined || key === undefined ? keyRangeOf(root, law.path) : treeAt(root, path)!.range,
    path,
    message: `${message} in ${nameWithArticle(root, law.path)}.`,
    hint,
  }
}

interface Fault {
  readonly code: 'bad-range' | 'bad-weights' | 'bad-samples' | 'bad-quantiles' | 'infinite-mean' | 'not-positive-mean'
  /** The parameter that is wrong; the whole law where it is none alone. */
  readonly key?: string
  /** Beginning of a sentence that ends with the name of the law. */
  readonly message: string
  readonly hint: string
}

/** Squares and quotients of smaller numbers may be 0. */
const LEAST = 1e-150

function faultOfSize(spec: RandomVariableSpec): Fault | undefined {
  const tiny = Object.entries(spec).find(([, value]) => typeof value === 'number' && value > 0 && value < LEAST)
  if (tiny === undefined) return undefined
  const [key, value] = tiny
  return {
    code: 'bad-range',
    key,
    message: `${key} ${value} is too small to compute with`,
    hint: `Write a larger value, at least ${LEAST}.`,
  }
}

function faultOf(spec: RandomVariableSpec): Fault | undefined {
  if (spec.min !== undefined && spec.max !== undefined && spec.min > spec.max)
    return {
      code: 'bad-range',
      key: 'max',
      message: `max ${spec.max} is below min ${spec.min}`,
      hint: 'Write a max that is not below min.',
    }
  switch (spec.distribution) {
    case 'uniform':
      if (spec.low === undefined || spec.high === undefined || spec.low <= spec.high) return undefined
      return {
        code: 'bad-range',
        key: 'high',
        message: `high ${spec.high} is below low ${spec.low}`,
        hint: 'Write a high that is not below low.',
      }
    case 'pareto':
      return faultOfPareto(spec)
    case 'hyperexponential':
      if (spec.means !== undefined && spec.weights !== undefined && spec.means.length !== spec.weights.length)
        return {
          code: 'bad-weights',
          key: 'weights',
          message: `${spec.means.length} means have ${spec.weights.length} weights`,
          hint: 'Write one weight for each mean.',
        }
      return faultOfWeights('weights', spec.weights)
    case 'mixture':
      return faultOfWeights(
        'components',
        spec.components.map(({ weight }) => weight),
      )
    case 'empirical':
      return spec.samples === undefined ? faultOfMeasured(spec.quantiles ?? {}) : faultOfSamples(spec.samples)
    case 'log_normal':
      return faultOfQuantiles(spec)
    default:
      return undefined
  }
}

function faultOfPareto({ alpha, mean, minimum, max }: Extract<RandomVariableSpec, { distribution: 'pareto' }>) {
  const start = mean === undefined ? 'minimum' : 'mean'
  const value = mean ?? minimum ?? 0
  if (max !== undefined && max <= value)
    return {
      code: 'bad-range',
      key: 'max',
      message: `max ${max} is not above the ${start} ${value}`,
      hint: `Write a max above the ${start}.`,
    } as const
  if (mean === undefined || max !== undefined || alpha > 1) return undefined
  return {
    code: 'infinite-mean',
    key: 'mean',
    message: `A Pareto law of alpha ${alpha} has no finite mean; ${mean} is impossible`,
    hint: 'Write an alpha above 1, or minimum in place of mean, or a max at which the law is cut off.',
  } as const
}

function faultOfWeights(key: string, weights: readonly number[] | undefined): Fault | undefined {
  if (weights === undefined || weights.some((weight) => weight > 0)) return undefined
  return { code: 'bad-weights', key, message: 'No weight is above 0', hint: 'Write how likely each part is.' }
}

function faultOfSamples(samples: readonly number[]): Fault | undefined {
  if (samples.length >= 2) return undefined
  return {
    code: 'bad-samples',
    key: 'samples',
    message: `${samples.length === 1 ? 'One sample is' : 'No samples are'} too few for a law`,
    hint: 'Write at least two measured values, or a plain number.',
  }
}

/** Measured quantiles go from p0 to p100, and never down. */
function faultOfMeasured(quantiles: object): Fault | undefined {
  const points = quantilePoints(quantiles)
  const badPoint = fallingPoint(points)
  const key = 'quantiles'
  if (points[0]?.probability !== 0 || points.at(-1)?.probability !== 1)
    return {
      code: 'bad-quantiles',
      key,
      message: 'The quantiles do not reach from p0 to p100',
      hint: 'Add the smallest value as p0 and the largest as p100.',
    }
  if (badPoint === undefined) return undefined
  return {
    code: 'bad-quantiles',
    key,
    message: `The quantiles fall or are said twice at p${percentOf(badPoint)}`,
    hint: 'A higher quantile cannot be smaller than a lower one.',
  }
}

/** Two quantiles determine a log-normal law if both lie inside and the values rise with them. */
function faultOfQuantiles(spec: Extract<RandomVariableSpec, { distribution: 'log_normal' }>): Fault | undefined {
  const points = quantilePoints(spec)
  const [lower, upper] = points
  if (lower === undefined || upper === undefined) return undefined
  const outside = points.find(({ probability, value }) => probability <= 0 || probability >= 1 || value <= 0)
  if (outside !== undefined)
    return {
      code: 'bad-quantiles',
      key: `p${percentOf(outside)}`,
      message: `p${percentOf(outside)} is ${outside.value}, which no log-normal law has`,
      hint: 'Write two quantiles between p0 and p100, with values above 0.',
    }
  const key = `p${percentOf(upper)}`
  if (fallingPoint(points) === undefined && lower.value < upper.value) {
    if (distributionOf(spec).mean < Number.POSITIVE_INFINITY) return undefined
    return {
      code: 'infinite-mean',
      key,
      message: `p${percentOf(upper)} (${upper.value}) is too far above p${percentOf(lower)} (${lower.value}) for a finite mean`,
      hint: 'Write two quantiles that are nearer to each other.',
    }
  }
  return {
    code: 'bad-quantiles',
    key,
    message: `p${percentOf(upper)} (${upper.value}) is not above p${percentOf(lower)} (${lower.value})`,
    hint: 'A higher quantile has a larger value.',
  }
}

interface Point {
  readonly probability: number
  readonly value: number
}

function fallingPoint(points: readonly Point[]): Point | undefined {
  return points.find((point, index) => {
    const before = points[index - 1]
    return before !== undefined && (point.value < before.value || point.probability === before.probability)
  })
}

const percentOf = ({ probability }: Point) => Number((probability * 100).toPrecision(12))

/** A time that is always 0 is a part of the scenario that does nothing. */
function faultOfMean(spec: RandomVariableSpec): Fault | undefined {
  if (distributionOf(spec).mean > 0) return undefined
  return {
    code: 'not-positive-mean',
    message: 'All values are 0',
    hint: 'Change the parameters so that the mean is above 0.',
  }
}
