import { type Static, Type } from 'typebox'
import { notes } from '../../fields'
import { ioOperation } from '../operation'

/** Plain I/O: the core is given back while the request waits. */
export const ioStepSpec = Type.Object(
  {
    kind: Type.Enum(['io_wait', 'io_cache'], {
      ...notes({ title: 'kind', description: 'I/O: waits without a core.' }),
    }),
    step_operation: ioOperation,
  },
  { title: 'I/O step', description: 'Waits without a core.' },
)
export type IoStepSpec = Static<typeof ioStepSpec>
