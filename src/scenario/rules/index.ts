import type { Diagnostic } from '../diagnostic'
import { balancerUsesCoveredServers, coveredServersAreConnected, coveredServersExist } from './balancer'
import * as events from './events'
import * as identity from './identity'
import { serversKeepUp } from './load'
import * as objectives from './objectives'
import * as randomVariables from './randomVariables'
import { llmCostsAreSpelledOneWay, requestsFitIntoMemory } from './resources'
import type { Rule, RuleContext } from './rule'
import { runsHaveAnEnd, samplesHaveAnEnd } from './size'
import * as warmUp from './warmUp'
import * as wiring from './wiring'
import { someoneSendsRequests } from './workload'

/** All rules that look across fields. */
const rules: readonly Rule[] = [
  ...Object.values(identity),
  ...Object.values(wiring),
  coveredServersExist,
  coveredServersAreConnected,
  balancerUsesCoveredServers,
  ...Object.values(events),
  ...Object.values(objectives),
  ...Object.values(warmUp),
  ...Object.values(randomVariables),
  requestsFitIntoMemory,
  llmCostsAreSpelledOneWay,
  someoneSendsRequests,
  serversKeepUp,
  runsHaveAnEnd,
  samplesHaveAnEnd,
]

/** Checks every rule and reports all that is found. */
export function checkRules(context: RuleContext): Diagnostic[] {
  return rules.flatMap((rule) => [...rule(context)])
}
