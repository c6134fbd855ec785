import { scenarioEdits } from '../edit'
import { nearest } from '../nearest'
import { subjectOf } from '../words'
import { changeValue, finding, type Rule } from './rule'

export const objectivesNameEndpoints: Rule = function* (context) {
  const { objectives, servers, nodes, nodesKnown } = context.facts
  const isEveryServerKnown = nodesKnown && servers.length === nodes.filter(({ kind }) => kind === 'server').length
  if (!isEveryServerKnown) return
  const known = new Set(servers.flatMap(({ spec }) => spec.endpoints.map(({ endpoint_name }) => endpoint_name)))
  for (const { spec, path } of objectives) {
    if (spec.kind !== 'latency' || spec.endpoint === undefined || known.has(spec.endpoint)) continue
    const meant = nearest(spec.endpoint, known)
    const at = [...path, 'endpoint']
    yield finding(context, {
      code: 'slo.unknown_endpoint',
      path: at,
      message: `${subjectOf(context.root, path)} is about the endpoint "${spec.endpoint}", which no server has.`,
      hint: meant === undefined ? `Endpoints: ${[...known].join(', ')}.` : `Did you mean "${meant}"?`,
      fixes:
        meant === undefined
          ? context.propose('Count all requests', (text) => scenarioEdits.removeAt(text, at))
          : changeValue(context, at, meant),
    })
  }
}

/** The budget of a longer time cannot be used up in this run; it can only be told how fast it burns. */
export const budgetsFitIntoTheRun: Rule = function* (context) {
  const { objectives, horizon } = context.facts
  if (horizon === undefined) return
  for (const { spec, path } of objectives) {
    if (spec.window_s === undefined || spec.window_s <= horizon) continue
    yield finding(context, {
      code: 'slo.window_gt_horizon',
      severity: 'warning',
      path: [...path, 'window_s'],
      message: `${subjectOf(context.root, path)} has a window of ${spec.window_s} s, but the run ends after ${horizon} s.`,
      hint: 'What is left of the error budget is extrapolated from the run.',
    })
  }
}
