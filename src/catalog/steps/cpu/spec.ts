import { type Static, Type } from 'typebox'
import { notes } from '../../fields'

/** CPU work: waits for a core if none is free, then holds it. */
export const cpuStepSpec = Type.Object(
  {
    kind: Type.Enum(['initial_parsing', 'cpu_bound_operation'], {
      ...notes({ title: 'kind', description: 'CPU work: holds a core for its whole time.' }),
    }),
    step_operation: Type.Object({
      cpu_time: Type.Number({
        ...notes({ title: 'CPU time', description: 'Time for which the step holds a core.', unit: 's' }),
        exclusiveMinimum: 0,
      }),
    }),
  },
  { title: 'CPU step', description: 'CPU work: holds a core.' },
)
export type CpuStepSpec = Static<typeof cpuStepSpec>
