import { type Static, Type } from 'typebox'
import { notes, stepOperation } from '../../fields'

/** CPU work: waits for a core if none is free, then holds it. */
export const cpuStepSpec = Type.Object(
  {
    kind: Type.Enum(['initial_parsing', 'cpu_bound_operation'], {
      ...notes({ title: 'kind', description: 'CPU work: holds a core for its whole time.' }),
    }),
    step_operation: stepOperation('cpu_time', {
      title: 'CPU time',
      description: 'Time for which the step holds a core.',
      unit: 's',
    }),
  },
  { title: 'CPU step', description: 'CPU work: holds a core.' },
)
export type CpuStepSpec = Static<typeof cpuStepSpec>
