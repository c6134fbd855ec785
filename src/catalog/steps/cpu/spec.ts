import { type Static, Type } from 'typebox'
import { notes } from '../../fields'
import { duration } from '../../random-variables/spec'
import { stepOperation } from '../operation'

/** CPU work: waits for a core if none is free, then holds it. */
export const cpuStepSpec = Type.Object(
  {
    kind: Type.Enum(['initial_parsing', 'cpu_bound_operation'], {
      ...notes({ title: 'kind', description: 'CPU work: holds a core for its whole time.' }),
    }),
    step_operation: stepOperation(
      'cpu_time',
      duration({ title: 'CPU time', description: 'Time for which the step holds a core.', example: 0.01 }),
    ),
  },
  { title: 'CPU step', description: 'CPU work: holds a core.' },
)
export type CpuStepSpec = Static<typeof cpuStepSpec>
