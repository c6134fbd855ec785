import type { StepKind, StepSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { type Edit, scenarioEdits } from '../../scenario/edit'
import type { Plain } from '../../scenario/edit/render'
import { fieldSchemaAt } from '../../scenario/fields'
import { sequence } from './checkedEdit'

/** Where any step stands in a scenario; what a step may be does not depend on which one it is. */
const anyStep: DocumentPath = ['topology_graph', 'nodes', 'servers', 0, 'endpoints', 0, 'steps', 0]

/** All kinds of step, in the order in which they are offered. */
export const stepKinds = (fieldSchemaAt([...anyStep, 'kind'])?.options ?? []) as readonly StepKind[]

/** The key of `step_operation` that says how much a step of this kind takes. */
export function amountKey(kind: StepKind): string {
  return fieldSchemaAt([...anyStep, 'step_operation'], kind)?.keys?.[0] ?? ''
}

/** An amount to start from where the one of the old kind has another unit: 10 ms, or 64 MB. */
const firstAmount = (kind: StepKind): number => (kind === 'ram' ? 64 : 0.01)

/** Makes a step one of another kind. Its amount stays if both kinds count in seconds. */
export function changeKind(path: DocumentPath, step: StepSpec, kind: StepKind): (text: string) => Edit {
  const [before, after] = [amountKey(step.kind), amountKey(kind)]
  const operation = [...path, 'step_operation']
  const amount = (step.step_operation as Readonly<Record<string, Plain>>)[before]
  const sameUnit = (step.kind === 'ram') === (kind === 'ram')
  return sequence(`change step to ${kind}`, [
    (text) => scenarioEdits.setValue(text, [...path, 'kind'], kind),
    ...(before === after
      ? []
      : [
          (text: string) =>
            scenarioEdits.setValue(text, [...operation, after], sameUnit && amount ? amount : firstAmount(kind)),
          (text: string) => scenarioEdits.removeAt(text, [...operation, before]),
        ]),
    ...('llm_cost' in step && step.llm_cost && kind !== 'io_llm'
      ? [(text: string) => scenarioEdits.removeAt(text, [...path, 'llm_cost'])]
      : []),
  ])
}

/** The two spellings of what a call to a language model costs, and none. */
export const costModes = ['none', 'per call', 'per token'] as const
export type CostMode = (typeof costModes)[number]

/** Prices to start from; a person puts in those of their provider. */
const firstCosts: Readonly<Record<CostMode, Readonly<Record<string, number>>>> = {
  none: {},
  'per call': { per_call: 0.01 },
  'per token': { input_tokens: 1000, output_tokens: 500, input_per_mtok: 1, output_per_mtok: 4 },
}

export function costMode(step: StepSpec): CostMode {
  if (!('llm_cost' in step) || !step.llm_cost) return 'none'
  return step.llm_cost.per_call === undefined ? 'per token' : 'per call'
}

/** Spells the cost of a step in another way, with prices to start from. */
export function changeCostMode(path: DocumentPath, step: StepSpec, mode: CostMode): (text: string) => Edit {
  const cost = [...path, 'llm_cost']
  const clear = costMode(step) === 'none' ? [] : [(text: string) => scenarioEdits.removeAt(text, cost)]
  const write = Object.entries(firstCosts[mode]).map(
    ([key, value]) =>
      (text: string) =>
        scenarioEdits.setValue(text, [...cost, key], value),
  )
  return sequence(`change cost of a call to ${mode}`, [...clear, ...write])
}
