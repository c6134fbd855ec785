import { type Static, Type } from 'typebox'
import { idField, notes } from '../../fields'
import { randomCount } from '../../random-variables/spec'

/** The workload: users that each send requests at a given rate (`rqs_input`). */
export const arrivalSourceSpec = Type.Object(
  {
    id: idField('Name of the workload; edges that leave it use it as their source.'),
    type: Type.Enum(['generator', 'server', 'client', 'load_balancer'], {
      ...notes({ title: 'type', description: 'Kind of component: generator.' }),
      default: 'generator',
    }),
    avg_active_users: randomCount({
      title: 'active users',
      description: 'Users active at a time; redrawn at every sampling window.',
      unit: 'users',
      distributions: ['poisson', 'normal'],
    }),
    avg_request_per_minute_per_user: randomCount({
      title: 'requests per minute and user',
      description: 'Mean request rate of one user. Only the mean matters: gaps between requests are exponential.',
      unit: 'requests/min',
      distributions: ['poisson'],
    }),
    user_sampling_window: Type.Integer({
      ...notes({
        title: 'user sampling window',
        description: 'How long one drawn number of users stays, before it is drawn again.',
        unit: 's',
      }),
      minimum: 1,
      maximum: 120,
      default: 60,
    }),
  },
  { title: 'Workload', description: 'Who sends requests, and how many.' },
)
export type ArrivalSourceSpec = Static<typeof arrivalSourceSpec>
