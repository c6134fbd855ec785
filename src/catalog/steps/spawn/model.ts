import { IDLE_STEP, type StepModel } from '../../../kernel/network/stepModel'
import { durationOf } from '../../random-variables/model'
import type { SpawnStepSpec } from './spec'

export const spawnStep = (spec: SpawnStepSpec): StepModel => ({
  ...IDLE_STEP,
  mode: 'spawn',
  duration: durationOf(spec.step_operation.io_waiting_time),
})
