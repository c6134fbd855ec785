import { Phase } from '../../../kernel/network/phase'
import { IDLE_STEP, type StepModel } from '../../../kernel/network/stepModel'
import { durationOf } from '../../random-variables/model'
import type { IoStepSpec } from './spec'

export const ioStep = (spec: IoStepSpec): StepModel => ({
  ...IDLE_STEP,
  mode: 'sleep',
  duration: durationOf(spec.step_operation.io_waiting_time),
  phase: spec.kind === 'io_cache' ? Phase.IO_CACHE : Phase.IO_WAIT,
})
