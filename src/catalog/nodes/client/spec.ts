import { type Static, Type } from 'typebox'
import { idField, notes } from '../../fields'

/** The client: forwards a fresh request, and completes it when the answer comes back. */
export const clientSpec = Type.Object(
  {
    id: idField('Name of the client.'),
    type: Type.Enum(['client'], {
      ...notes({ title: 'type', description: 'Kind of component: client.' }),
      default: 'client',
    }),
  },
  { title: 'Client', description: 'Where requests enter the system and answers arrive.' },
)
export type ClientSpec = Static<typeof clientSpec>
