import { IDLE_STEP, type StepModel } from '../../../kernel/network/stepModel'
import type { IoStepSpec } from './spec'

export const ioStep = (spec: IoStepSpec): StepModel => ({
  ...IDLE_STEP,
  mode: 'sleep',
  duration: spec.step_operation.io_waiting_time,
})
