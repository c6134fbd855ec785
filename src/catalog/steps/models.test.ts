import { expect, test } from 'vitest'
import { Phase } from '../../kernel/network/phase'
import { IDLE_STEP, type StepModel } from '../../kernel/network/stepModel'
import type { StepSpec } from './index'
import { stepModel } from './models'

const waiting = { io_waiting_time: 0.02 }
const asleep = { mode: 'sleep', duration: 0.02 } as const

test.each<[StepSpec, Partial<StepModel>]>([
  [
    { kind: 'initial_parsing', step_operation: { cpu_time: 0.01 } },
    { mode: 'hold', duration: 0.01 },
  ],
  [
    { kind: 'cpu_bound_operation', step_operation: { cpu_time: 0.01 } },
    { mode: 'hold', duration: 0.01 },
  ],
  [{ kind: 'ram', step_operation: { necessary_ram: 64 } }, { ramMb: 64 }],
  [
    { kind: 'io_wait', step_operation: waiting },
    { ...asleep, phase: Phase.IO_WAIT },
  ],
  [
    { kind: 'io_cache', step_operation: waiting },
    { ...asleep, phase: Phase.IO_CACHE },
  ],
  [
    { kind: 'io_db', step_operation: waiting },
    { ...asleep, phase: Phase.IO_DB, usesConnection: true },
  ],
  [
    { kind: 'io_llm', step_operation: waiting },
    { ...asleep, phase: Phase.IO_LLM },
  ],
  [
    { kind: 'io_task_spawn', step_operation: waiting },
    { mode: 'spawn', duration: 0.02 },
  ],
])('a server runs %j as a step that does nothing but %j', (spec, does) => {
  expect(stepModel(spec)).toEqual({ ...IDLE_STEP, ...does })
})

test('a call to a language model costs its price per call and that of its tokens', () => {
  const costOf = (llm_cost: object) => stepModel({ kind: 'io_llm', step_operation: waiting, llm_cost }).cost
  expect(costOf({ per_call: 0.5 })).toBe(0.5)
  expect(costOf({ input_tokens: 2000, input_per_mtok: 3 })).toBeCloseTo(0.006, 12)
  expect(costOf({ output_tokens: 500, output_per_mtok: 15 })).toBeCloseTo(0.0075, 12)
  expect(
    costOf({ per_call: 0.5, input_tokens: 2000, input_per_mtok: 3, output_tokens: 500, output_per_mtok: 15 }),
  ).toBeCloseTo(0.5135, 12)
})
