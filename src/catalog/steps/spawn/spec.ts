import { type Static, Type } from 'typebox'
import { notes } from '../../fields'
import { ioOperation } from '../operation'

/** A background task: started and forgotten, the handler goes on at once. */
export const spawnStepSpec = Type.Object(
  {
    kind: Type.Enum(['io_task_spawn'], {
      ...notes({ title: 'kind', description: 'Background task: starts a wait and goes on at once.' }),
    }),
    step_operation: ioOperation,
  },
  { title: 'Background task', description: 'Starts a wait in the background.' },
)
export type SpawnStepSpec = Static<typeof spawnStepSpec>
