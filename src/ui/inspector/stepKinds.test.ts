import { describe, expect, test } from 'vitest'
import { ensureExists } from '../../base/assert'
import type { StepKind, StepSpec } from '../../catalog/specs'
import { examples } from '../../examples'
import type { Edit } from '../../scenario/edit'
import { parseScenario } from '../../scenario/parse'
import { applyTextPatches } from '../../scenario/textPatches'
import { amountKey, type CostMode, changeCostMode, changeKind, costMode, stepKinds } from './stepKinds'

const text = ensureExists(
  examples.find(({ id }) => id === 'minimal'),
  'example',
).text
const path = ['topology_graph', 'nodes', 'servers', 0, 'endpoints', 0, 'steps', 1]

function stepOf(source: string): StepSpec {
  const scenario = ensureExists(parseScenario(source).scenario, 'scenario')
  return ensureExists(scenario.topology_graph.nodes.servers[0]?.endpoints[0]?.steps[1], 'step')
}

function applied(source: string, edit: (text: string) => Edit): string {
  const result = edit(source)
  if (!result.ok) throw new Error(result.reason)
  return applyTextPatches(source, result.patches)
}

const toKind = (source: string, kind: StepKind) => applied(source, changeKind(path, stepOf(source), kind))
const toCost = (source: string, mode: CostMode) => applied(source, changeCostMode(path, stepOf(source), mode))

describe('changing the kind of a step', () => {
  test.each(stepKinds)('to %s leaves a valid scenario and all comments', (kind) => {
    const changed = toKind(text, kind)
    expect(stepOf(changed).kind).toBe(kind)
    expect(stepOf(changed).step_operation).toHaveProperty(amountKey(kind))
    expect(changed.match(/#.*/g)).toEqual(text.match(/#.*/g))
  })

  test('keeps the time where both kinds take one, and takes a usual amount where not', () => {
    expect(stepOf(toKind(text, 'cpu_bound_operation')).step_operation).toEqual({ cpu_time: 0.02 })
    expect(stepOf(toKind(text, 'ram')).step_operation).toEqual({ necessary_ram: 64 })
  })

  test('drops the cost with the call that it belonged to', () => {
    const priced = toCost(toKind(text, 'io_llm'), 'per call')
    expect(stepOf(toKind(priced, 'io_wait'))).not.toHaveProperty('llm_cost')
  })
})

describe('the cost of a call', () => {
  const llm = toKind(text, 'io_llm')

  test.each(['per call', 'per token'] as const)('can be spelled %s', (mode) => {
    expect(costMode(stepOf(toCost(llm, mode)))).toBe(mode)
  })

  test('can change its spelling and be taken away again', () => {
    const tokens = toCost(toCost(llm, 'per call'), 'per token')
    expect(costMode(stepOf(tokens))).toBe('per token')
    expect(costMode(stepOf(toCost(tokens, 'none')))).toBe('none')
  })
})
