import { type Static, Type } from 'typebox'
import { idField, notes, referenceField } from '../../fields'
import { routingPolicyNames } from '../../policies/routing/names'

/** A load balancer: sends each request along one of its outgoing edges. */
export const loadBalancerSpec = Type.Object(
  {
    id: idField('Name of the load balancer.'),
    type: Type.Enum(['load_balancer'], {
      ...notes({ title: 'type', description: 'Kind of component: load_balancer.' }),
      default: 'load_balancer',
    }),
    algorithms: Type.Enum([...routingPolicyNames], {
      ...notes({
        title: 'algorithm',
        description:
          'How the next server is chosen. round_robin: each in turn. least_connection: the one with the fewest requests outstanding.',
      }),
      default: 'round_robin',
    }),
    server_covered: Type.Array(
      referenceField('server', { title: 'server', description: 'Id of a server behind this load balancer.' }),
      {
        ...notes({
          title: 'servers covered',
          description: 'Servers behind this load balancer. Each needs an edge from the load balancer.',
        }),
        default: [],
      },
    ),
  },
  { title: 'Load balancer', description: 'Spreads requests over servers.' },
)
export type LoadBalancerSpec = Static<typeof loadBalancerSpec>
