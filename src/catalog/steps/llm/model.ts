import { Phase } from '../../../kernel/network/phase'
import { IDLE_STEP, type StepModel } from '../../../kernel/network/stepModel'
import { durationOf } from '../../random-variables/model'
import type { LlmCostSpec, LlmStepSpec } from './spec'

export const llmStep = (spec: LlmStepSpec): StepModel => ({
  ...IDLE_STEP,
  mode: 'sleep',
  duration: durationOf(spec.step_operation.io_waiting_time),
  phase: Phase.IO_LLM,
  cost: costOfCall(spec.llm_cost ?? {}),
})

/** Price of one call [USD]; 0 when the step states none. */
function costOfCall(cost: LlmCostSpec): number {
  const { per_call = 0, input_tokens = 0, output_tokens = 0, input_per_mtok = 0, output_per_mtok = 0 } = cost
  return per_call + (input_tokens * input_per_mtok + output_tokens * output_per_mtok) / 1e6
}
