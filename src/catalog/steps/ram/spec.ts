import { type Static, Type } from 'typebox'
import { notes } from '../../fields'
import { stepOperation } from '../operation'

/** Working memory: taken before the first step of the endpoint, given back with the answer. */
export const ramStepSpec = Type.Object(
  {
    kind: Type.Enum(['ram'], {
      ...notes({ title: 'kind', description: 'Memory: taken on entry, held until the answer.' }),
    }),
    step_operation: stepOperation(
      'necessary_ram',
      Type.Number({
        ...notes({ title: 'RAM', description: 'Memory that the request holds until it is answered.', unit: 'MB' }),
        exclusiveMinimum: 0,
      }),
    ),
  },
  { title: 'RAM step', description: 'Memory, held until the answer.' },
)
export type RamStepSpec = Static<typeof ramStepSpec>
