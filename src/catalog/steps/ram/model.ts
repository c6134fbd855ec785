import { IDLE_STEP, type StepModel } from '../../../kernel/network/stepModel'
import type { RamStepSpec } from './spec'

export const ramStep = (spec: RamStepSpec): StepModel => ({
  ...IDLE_STEP,
  ramMb: spec.step_operation.necessary_ram,
})
