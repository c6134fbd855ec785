import { formatCompact, formatNumber } from '../../base/format'
import type { Scenario } from '../../catalog/specs'
import type { DocumentPath, QuickFix } from '../diagnostic'
import { scenarioEdits } from '../edit'
import { injectedEvents } from '../injectedEvents'
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
/** Fewer are not worth proposing. */
const FEWEST_USERS = 0.001

/** A run that would take many minutes is refused before it starts, with the largest values that fit. */
export const runsHaveAnEnd: Rule = function* (context) {
  const { scenario, facts } = context
  if (scenario === undefined || !facts.wiringSound || new Topology(facts).closingEdges().length > 0) return
  if (fits(scenario)) return
  const { total_simulation_time: given } = scenario.sim_settings
  const horizon = largest(shortestHorizon(scenario), given, Math.floor, (seconds) => fits(lasting(scenario, seconds)))
  const users = largest(FEWEST_USERS, scenario.rqs_input.avg_active_users.mean, roundedDown, (mean) =>
    fits(withUsers(scenario, mean)),
  )
  const fitting = [
    ...(horizon === undefined ? [] : [`${formatNumber(horizon, 6)} s`]),
    ...(users === undefined ? [] : [`${formatNumber(users)} users`]),
  ]
  yield finding(context, {
    code: 'run-too-large',
    path: horizon === undefined ? USERS : HORIZON,
    message: `A run would have about ${formatCompact(estimateRun(scenario).events)} events; at most ${formatCompact(MOST_EVENTS)} can be simulated.`,
    hint: fitting.length === 0 ? 'Let fewer users send fewer requests.' : `At most ${fitting.join(' or ')} fit.`,
    fixes: [
      ...(horizon === undefined ? [] : setTo(context, HORIZON, horizon, `Set total_simulation_time to ${horizon}`)),
      ...(users === undefined ? [] : setTo(context, USERS, users, `Set avg_active_users to ${users}`)),
    ],
  })
}

function fits(scenario: Scenario): boolean {
  return estimateRun(scenario).events <= MOST_EVENTS
}

/** As short as the language allows, but no shorter than what happens at stated times [s]. */
function shortestHorizon(scenario: Scenario): number {
  const { warm_up_s: warmUp } = scenario.sim_settings
  const ends = injectedEvents(scenario).map(({ end }) => end)
  return Math.ceil(Math.max(SHORTEST_HORIZON, ...ends, warmUp === 'auto' ? 0 : warmUp + 1))
}

function lasting(scenario: Scenario, seconds: number): Scenario {
  return { ...scenario, sim_settings: { ...scenario.sim_settings, total_simulation_time: seconds } }
}

function withUsers(scenario: Scenario, mean: number): Scenario {
  const { rqs_input: workload } = scenario
  return { ...scenario, rqs_input: { ...workload, avg_active_users: { ...workload.avg_active_users, mean } } }
}

/**
 * The largest rounded value that fits, found by halving the orders of magnitude; undefined where not even `least` fits.
 * @param given does not fit
 */
function largest(
  least: number,
  given: number,
  round: (value: number) => number,
  isFitting: (value: number) => boolean,
): number | undefined {
  if (least >= given || !isFitting(least)) return undefined
  let from = least
  let to = given
  for (;;) {
    const middle = round(Math.sqrt(from) * Math.sqrt(to))
    if (middle <= from) return from
    if (isFitting(middle)) from = middle
    else to = middle
  }
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
