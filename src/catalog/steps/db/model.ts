import { Phase } from '../../../kernel/network/phase'
import { IDLE_STEP, type StepModel } from '../../../kernel/network/stepModel'
import { durationOf } from '../../random-variables/model'
import type { DbStepSpec } from './spec'

export const dbStep = (spec: DbStepSpec): StepModel => ({
  ...IDLE_STEP,
  mode: 'sleep',
  duration: durationOf(spec.step_operation.io_waiting_time),
  phase: Phase.IO_DB,
  usesConnection: true,
})
