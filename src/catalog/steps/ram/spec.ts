import { type Static, Type } from 'typebox'
import { notes, stepOperation } from '../../fields'

/** Working memory: taken before the first step of the endpoint, given back with the answer. */
export const ramStepSpec = Type.Object(
  {
    kind: Type.Enum(['ram'], {
      ...notes({ title: 'kind', description: 'Memory: taken on entry, held until the answer.' }),
    }),
    step_operation: stepOperation('necessary_ram', {
      title: 'RAM',
      description: 'Memory that the request holds until it is answered.',
      unit: 'MB',
    }),
  },
  { title: 'RAM step', description: 'Memory, held until the answer.' },
)
export type RamStepSpec = Static<typeof ramStepSpec>
