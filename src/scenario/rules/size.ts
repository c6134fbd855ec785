import { formatCompact, formatNumber } from '../../base/format'
import type { DocumentPath, QuickFix } from '../diagnostic'
import { scenarioEdits } from '../edit'
import { estimateRun } from '../size/estimate'
import { MOST_EVENTS, MOST_SAMPLES } from '../size/limits'
import { treeAt } from '../yaml/tree'
import { changeValue, finding, type Rule, type RuleContext } from './rule'
import { Topology } from './topology'

const HORIZON: DocumentPath = ['sim_settings', 'total_simulation_time']
const USERS: DocumentPath = ['rqs_input', 'avg_active_users', 'mean']
const SAMPLE_PERIOD: DocumentPath = ['sim_settings', 'sample_period_s']
/** What the language allows [s]. */
const SHORTEST_HORIZON = 5

/** A run that would take many minutes is refused before it starts, with the largest values that fit. */
export const runsHaveAnEnd: Rule = function* (context) {
  const { scenario, facts } = context
  if (scenario === undefined || !facts.wiringSound || new Topology(facts).closingEdges().length > 0) return
  const { events, seconds } = estimateRun(scenario)
  if (events <= MOST_EVENTS) return
  const share = MOST_EVENTS / events
  const horizon = Math.floor(seconds * share)
  const users = roundedDown(scenario.rqs_input.avg_active_users.mean * share)
  const isShortEnough = horizon < SHORTEST_HORIZON
  yield finding(context, {
    code: 'run-too-large',
    path: isShortEnough ? USERS : HORIZON,
    message: `A run would have about ${formatCompact(events)} events; at most ${formatCompact(MOST_EVENTS)} can be simulated.`,
    hint: isShortEnough
      ? `At most ${formatNumber(users)} users fit.`
      : `At most ${formatNumber(horizon, 6)} s fit, or ${formatNumber(users)} users.`,
    fixes: [
      ...(isShortEnough ? [] : setTo(context, HORIZON, horizon, `Set total_simulation_time to ${horizon}`)),
      ...setTo(context, USERS, users, `Set avg_active_users to ${users}`),
    ],
  })
}

/** Sampling takes time even where nothing happens. */
export const samplesHaveAnEnd: Rule = function* (context) {
  if (context.scenario === undefined) return
  const {
    total_simulation_time: horizon,
    sample_period_s: period,
    enabled_sample_metrics: metrics,
  } = context.scenario.sim_settings
  if (metrics.length === 0 || horizon / period <= MOST_SAMPLES) return
  const fitting = Math.ceil((1000 * horizon) / MOST_SAMPLES) / 1000
  yield finding(context, {
    code: 'too-many-samples',
    path: SAMPLE_PERIOD,
    message: `Every gauge would be sampled ${formatCompact(horizon / period)} times; at most ${formatCompact(MOST_SAMPLES)} are taken.`,
    hint: `A sample period of ${fitting} s fits, or a shorter run.`,
    fixes: setTo(context, SAMPLE_PERIOD, fitting, `Set sample_period_s to ${fitting}`),
  })
}

function setTo(context: RuleContext, path: DocumentPath, value: number, title: string): QuickFix[] {
  return treeAt(context.root, path) === undefined
    ? context.propose(title, (text) => scenarioEdits.setValue(text, path, value))
    : changeValue(context, path, value, title)
}

/** Three significant digits, never more than the value. */
function roundedDown(value: number): number {
  const rounded = Number(value.toPrecision(3))
  return rounded <= value ? rounded : Number((value * 0.99).toPrecision(3))
}
