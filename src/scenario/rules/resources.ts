import type { StepSpec } from '../../catalog/specs'
import { scenarioEdits } from '../edit'
import { keyRangeOf } from '../locate'
import { nameOf, subjectOf } from '../words'
import { treeAt } from '../yaml/tree'
import { changeValue, finding, type Rule } from './rule'

/** A request takes the memory of all its RAM steps at once; if that is more than there is, it waits for ever. */
export const requestsFitIntoMemory: Rule = function* (context) {
  for (const { spec, path } of context.facts.servers) {
    const available = spec.server_resources.ram_mb
    const ramPath = [...path, 'server_resources', 'ram_mb']
    for (const [index, { steps }] of spec.endpoints.entries()) {
      const needed = steps.reduce((sum, step) => sum + ramOf(step), 0)
      if (needed <= available) continue
      const endpoint = [...path, 'endpoints', index]
      const last = steps.findLastIndex((step) => ramOf(step) > 0)
      const enough = Math.ceil(needed)
      yield finding(context, {
        code: 'ram-exceeds-server',
        path: [...endpoint, 'steps', last, 'step_operation', 'necessary_ram'],
        message: `A request to ${nameOf(context.root, endpoint)} needs ${needed} MB, but the server has ${available} MB: it would wait for ever, and all others behind it.`,
        hint: 'The RAM steps of an endpoint add up; lower them, or give the server more ram_mb.',
        fixes:
          treeAt(context.root, ramPath) === undefined
            ? context.propose(`Set ram_mb to ${enough}`, (text) => scenarioEdits.setValue(text, ramPath, enough))
            : changeValue(context, ramPath, enough, `Set ram_mb to ${enough}`),
      })
    }
  }
}

const TOKEN_KEYS = ['input_tokens', 'output_tokens', 'input_per_mtok', 'output_per_mtok'] as const

/** The price of a call is said in exactly one way. */
export const llmCostsAreSpelledOneWay: Rule = function* (context) {
  for (const { spec, path } of context.facts.servers) {
    for (const [endpoint, { steps }] of spec.endpoints.entries()) {
      for (const [index, step] of steps.entries()) {
        const cost = step.kind === 'io_llm' ? step.llm_cost : undefined
        if (cost === undefined) continue
        const stepPath = [...path, 'endpoints', endpoint, 'steps', index]
        const written = TOKEN_KEYS.filter((key) => cost[key] !== undefined)
        const missing = TOKEN_KEYS.filter((key) => cost[key] === undefined)
        const perCall = cost.per_call !== undefined
        if (perCall ? written.length === 0 : missing.length === 0) continue
        const both = perCall && written.length > 0
        yield finding(context, {
          code: 'llm-cost-spelling',
          path: [...stepPath, 'llm_cost'],
          range: keyRangeOf(context.root, [...stepPath, 'llm_cost']),
          message: both
            ? `${subjectOf(context.root, stepPath)} says its cost in two ways: per_call and ${written.join(', ')}.`
            : `${subjectOf(context.root, stepPath)} does not say its whole cost: ${written.length === 0 ? 'per_call is' : `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'}`} missing.`,
          hint: `Write either per_call, or ${TOKEN_KEYS.join(', ')} together.`,
        })
      }
    }
  }
}

function ramOf(step: StepSpec): number {
  return step.kind === 'ram' ? step.step_operation.necessary_ram : 0
}
