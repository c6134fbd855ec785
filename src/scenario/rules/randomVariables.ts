import { formatNumber, formatSeconds } from '../../base/format'
import { distributionOf } from '../../catalog/random-variables/model'
import type { RandomCountSpec, RandomVariableSpec } from '../../catalog/specs'
import type { DocumentPath } from '../diagnostic'
import { type RandomDuration, randomAmounts, randomLatencies } from '../durations'
import { scenarioEdits } from '../edit'
import { keyRangeOf } from '../locate'
import { nameWithArticle, subjectOf, subjectWithArticle } from '../words'
import { entryAt, treeAt } from '../yaml/tree'
import { changeValue, finding, type Rule, type RuleContext } from './rule'

const durations = ({ facts }: RuleContext) => [...randomLatencies(facts), ...randomAmounts(facts)]

/** A poisson time is a whole number of seconds; written for a few milliseconds it is nearly always 0. */
export const durationsAreNotWholeSeconds: Rule = function* (context) {
  for (const { spec, path } of durations(context)) {
    if (spec.distribution !== 'poisson') continue
    const at = [...path, 'distribution']
    const isWritten = entryAt(context.root, at) !== undefined
    const isLatency = path.includes('latency')
    yield finding(context, {
      code: isLatency ? 'poisson-latency' : 'poisson-duration',
      severity: 'warning',
      path: at,
      range: isWritten ? treeAt(context.root, at)!.range : keyRangeOf(context.root, path),
      message: `${subjectWithArticle(context.root, path)} is ${isWritten ? '' : 'by default '}poisson: 0 s or whole seconds, never anything in between.`,
      hint: 'Did you mean exponential?',
      fixes: isWritten
        ? changeValue(context, at, 'exponential')
        : context.propose('Add distribution: exponential', (text) => scenarioEdits.setValue(text, at, 'exponential')),
    })
  }
}

/** Poisson and exponential values have the variance that follows from their mean. */
export const variancesAreUsed: Rule = function* (context) {
  const { workload } = context.facts
  const counts: { spec: RandomCountSpec; path: DocumentPath }[] =
    workload === undefined
      ? []
      : [
          { spec: workload.spec.avg_active_users, path: [...workload.path, 'avg_active_users'] },
          {
            spec: workload.spec.avg_request_per_minute_per_user,
            path: [...workload.path, 'avg_request_per_minute_per_user'],
          },
        ]
  for (const { spec, path } of [...durations(context), ...counts]) {
    if (spec.distribution !== 'poisson' && spec.distribution !== 'exponential') continue
    if (spec.variance === undefined) continue
    const at = [...path, 'variance']
    yield finding(context, {
      code: 'variance-ignored',
      severity: 'warning',
      path: at,
      range: entryAt(context.root, at)?.keyRange ?? keyRangeOf(context.root, path),
      message: `${subjectOf(context.root, at)} is ignored: ${spec.distribution} values have the variance that follows from their mean.`,
      hint: 'Remove it, or choose normal, log_normal or uniform.',
      fixes: context.propose('Remove the variance', (text) => scenarioEdits.removeAt(text, at)),
    })
  }
}

/** The default variance equals the mean: fine for users, absurd for milliseconds written in seconds. */
export const durationsSayHowMuchTheyVary: Rule = function* (context) {
  for (const { spec, path } of durations(context)) {
    const mean = meanWithoutSpread(spec)
    if (mean === undefined || mean >= 1) continue
    const at = [...path, 'variance']
    const suggested = Number((mean ** 2 / 4).toPrecision(2))
    yield finding(context, {
      code: 'default-variance',
      severity: 'warning',
      path: at,
      range: treeAt(context.root, [...path, 'distribution'])?.range ?? keyRangeOf(context.root, path),
      message: `${subjectWithArticle(context.root, path)} says no variance, so it equals the mean: a standard deviation of ${formatSeconds(Math.sqrt(mean))} around ${formatSeconds(mean)}.`,
      hint: `Write the variance, the square of the standard deviation; ${suggested} means a deviation of half the mean.`,
      fixes: context.propose(`Add variance: ${suggested}`, (text) => scenarioEdits.setValue(text, at, suggested)),
    })
  }
}

/** The mean of a normal or log-normal law that says nothing about its spread. */
function meanWithoutSpread(spec: RandomVariableSpec): number | undefined {
  if (spec.distribution !== 'normal' && spec.distribution !== 'log_normal') return undefined
  const { std, variance, cv } = spec
  return std === undefined && variance === undefined && cv === undefined ? spec.mean : undefined
}

/** Share of clamped values from which a normal law is no longer the bell that its parameters say. */
const MUCH_CLAMPED = 0.01

/** No time is negative: what a normal law has below 0 (or its min) moves up to it, and the mean with it. */
export const normalLawsAreHardlyClamped: Rule = function* (context) {
  for (const { spec, path } of durations(context)) {
    if (spec.distribution !== 'normal' || isWarnedOfSpread(spec)) continue
    const law = distributionOf(spec)
    const bound = spec.min ?? 0
    const clamped = law.cumulative(bound)
    if (!(clamped > MUCH_CLAMPED)) continue
    const at = [...path, 'distribution']
    yield finding(context, {
      code: 'clamped-normal',
      severity: 'warning',
      path: at,
      range: treeAt(context.root, at)?.range ?? keyRangeOf(context.root, path),
      message: `${formatNumber(clamped * 100)} % of the values of ${nameWithArticle(context.root, path)} would be below ${formatSeconds(bound)} and count as that: its mean is ${formatSeconds(law.mean)}.`,
      hint: 'Lower the deviation, or choose log_normal, whose values are never negative.',
      fixes: changeValue(context, at, 'log_normal'),
    })
  }
}

const isWarnedOfSpread = (spec: RandomVariableSpec) => (meanWithoutSpread(spec) ?? 1) < 1

/** The average of values with a heavy tail settles slowly, or never. */
export const tailsAreNotTooHeavy: Rule = function* (context) {
  for (const { spec, path } of durations(context)) {
    if (spec.distribution !== 'pareto' || spec.max !== undefined || spec.alpha > 2) continue
    const at = [...path, 'alpha']
    const isMeanInfinite = spec.alpha <= 1
    yield finding(context, {
      code: isMeanInfinite ? 'infinite-mean' : 'infinite-variance',
      severity: 'warning',
      path: at,
      message: isMeanInfinite
        ? `${subjectWithArticle(context.root, path)} has an infinite mean: the longer a run, the larger its average.`
        : `${subjectWithArticle(context.root, path)} has an infinite variance: averages over a run, and their confidence intervals, hardly settle.`,
      hint: `Choose an alpha above ${isMeanInfinite ? 1 : 2}, or cut the law off with max.`,
    })
  }
}

/** How far the sum of weights may be from 1, for rounding. */
const ROUNDING = 1e-6

/** Weights are divided by their sum, which may surprise who meant them as shares. */
export const weightsAddUpToOne: Rule = function* (context) {
  for (const { spec, path } of durations(context)) {
    const weights = weightsOf(spec)
    const total = weights?.reduce((sum, weight) => sum + weight, 0) ?? 1
    if (Math.abs(total - 1) <= ROUNDING) continue
    const at = [...path, spec.distribution === 'mixture' ? 'components' : 'weights']
    yield finding(context, {
      code: 'weights-normalised',
      severity: 'warning',
      path: at,
      range: keyRangeOf(context.root, at),
      message: `The weights in ${nameWithArticle(context.root, path)} add up to ${formatNumber(total, 6)}; they are divided by that.`,
      hint: 'Write weights that add up to 1, so that each says its share.',
    })
  }
}

function weightsOf(spec: RandomDuration['spec']): readonly number[] | undefined {
  if (spec.distribution === 'mixture') return spec.components.map(({ weight }) => weight)
  return spec.distribution === 'hyperexponential' ? spec.weights : undefined
}
