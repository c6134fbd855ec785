import { IDLE_STEP, type StepModel } from '../../../kernel/network/stepModel'
import { durationOf } from '../../random-variables/model'
import type { CpuStepSpec } from './spec'

export const cpuStep = (spec: CpuStepSpec): StepModel => ({
  ...IDLE_STEP,
  mode: 'hold',
  duration: durationOf(spec.step_operation.cpu_time),
})
