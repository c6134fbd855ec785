import type { Diagnostic } from '../diagnostic'
import type { Rule, RuleContext } from './rule'

/** All rules that look across fields. */
const rules: readonly Rule[] = []

/** Checks every rule and reports all that is found. */
export function checkRules(context: RuleContext): Diagnostic[] {
  return rules.flatMap((rule) => [...rule(context)])
}
