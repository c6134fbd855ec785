import { assertUnreachable } from '../../base/assert'
import type { StepModel } from '../../kernel/network/stepModel'
import { cpuStep } from './cpu/model'
import { dbStep } from './db/model'
import type { StepSpec } from './index'
import { ioStep } from './io/model'
import { llmStep } from './llm/model'
import { ramStep } from './ram/model'
import { spawnStep } from './spawn/model'

/** Translates a step of any kind into what a server runs. */
export function stepModel(spec: StepSpec): StepModel {
  switch (spec.kind) {
    case 'initial_parsing':
    case 'cpu_bound_operation':
      return cpuStep(spec)
    case 'ram':
      return ramStep(spec)
    case 'io_wait':
    case 'io_cache':
      return ioStep(spec)
    case 'io_db':
      return dbStep(spec)
    case 'io_llm':
      return llmStep(spec)
    case 'io_task_spawn':
      return spawnStep(spec)
    default:
      return assertUnreachable(spec)
  }
}
