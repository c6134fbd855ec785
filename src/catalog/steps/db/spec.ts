import { type Static, Type } from 'typebox'
import { notes } from '../../fields'
import { ioOperation } from '../operation'

/** A database call: I/O that holds one connection of the server's pool. */
export const dbStepSpec = Type.Object(
  {
    kind: Type.Enum(['io_db'], {
      ...notes({
        title: 'kind',
        description: 'Database call: waits without a core, holding one of the server’s DB connections.',
      }),
    }),
    step_operation: ioOperation,
  },
  { title: 'Database step', description: 'Holds a DB connection while it waits.' },
)
export type DbStepSpec = Static<typeof dbStepSpec>
