import { IDLE_STEP, type StepModel } from '../../../kernel/network/stepModel'
import type { SpawnStepSpec } from './spec'

export const spawnStep = (spec: SpawnStepSpec): StepModel => ({
  ...IDLE_STEP,
  mode: 'spawn',
  duration: spec.step_operation.io_waiting_time,
})
