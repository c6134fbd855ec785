import { formatSeconds } from '../../base/format'
import type { RandomVariableSpec } from '../../catalog/specs'
import type { DocumentPath } from '../diagnostic'
import { scenarioEdits } from '../edit'
import { keyRangeOf } from '../locate'
import { nameOf, subjectOf } from '../words'
import { entryAt, treeAt } from '../yaml/tree'
import { changeValue, finding, type Rule, type RuleContext } from './rule'

interface Variable {
  readonly spec: RandomVariableSpec
  readonly path: DocumentPath
}

/** A poisson latency is a whole number of seconds; written for a few milliseconds it is nearly always 0. */
export const latenciesAreNotWholeSeconds: Rule = function* (context) {
  for (const { spec, path } of latencies(context)) {
    if (spec.distribution !== 'poisson') continue
    const at = [...path, 'distribution']
    const isWritten = entryAt(context.root, at) !== undefined
    yield finding(context, {
      code: 'poisson-latency',
      severity: 'warning',
      path: at,
      range: isWritten ? treeAt(context.root, at)!.range : keyRangeOf(context.root, path),
      message: `The latency of ${nameOf(context.root, path.slice(0, -1))} is ${isWritten ? '' : 'by default '}poisson: 0 s or whole seconds, never anything in between.`,
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
  const variables = [
    ...latencies(context),
    ...(workload === undefined
      ? []
      : [
          { spec: workload.spec.avg_active_users, path: [...workload.path, 'avg_active_users'] },
          {
            spec: workload.spec.avg_request_per_minute_per_user,
            path: [...workload.path, 'avg_request_per_minute_per_user'],
          },
        ]),
  ]
  for (const { spec, path } of variables) {
    if (spec.variance === undefined || (spec.distribution !== 'poisson' && spec.distribution !== 'exponential'))
      continue
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
export const latenciesSayHowMuchTheyVary: Rule = function* (context) {
  for (const { spec, path } of latencies(context)) {
    const { distribution, mean, variance } = spec
    if ((distribution !== 'normal' && distribution !== 'log_normal') || variance !== undefined || mean >= 1) continue
    const at = [...path, 'variance']
    const suggested = Number((mean ** 2 / 4).toPrecision(2))
    yield finding(context, {
      code: 'default-variance',
      severity: 'warning',
      path: at,
      range: treeAt(context.root, [...path, 'distribution'])?.range ?? keyRangeOf(context.root, path),
      message: `The latency of ${nameOf(context.root, path.slice(0, -1))} says no variance, so it equals the mean: a standard deviation of ${formatSeconds(Math.sqrt(mean))} around ${formatSeconds(mean)}.`,
      hint: `Write the variance, the square of the standard deviation; ${suggested} means a deviation of half the mean.`,
      fixes: context.propose(`Add variance: ${suggested}`, (text) => scenarioEdits.setValue(text, at, suggested)),
    })
  }
}

function latencies(context: RuleContext): Variable[] {
  return context.facts.edges.flatMap(({ spec, path }) =>
    spec === undefined ? [] : [{ spec: spec.latency, path: [...path, 'latency'] }],
  )
}
