import { type Static, Type } from 'typebox'
import { idField, notes, referenceField } from '../../fields'
import { duration } from '../../random-variables/spec'

/** A one-way network link with random latency and loss. */
export const networkLinkSpec = Type.Object(
  {
    id: idField('Name of the edge; what a network spike refers to.'),
    source: referenceField('source', {
      title: 'source',
      description: 'Where requests come from: the workload, the client, the load balancer or a server.',
    }),
    target: referenceField('target', {
      title: 'target',
      description: 'Where requests go: the client, the load balancer or a server.',
    }),
    latency: duration({
      title: 'latency',
      description: 'Time from one end to the other.',
      example: { mean: 0.003, distribution: 'exponential' },
    }),
    edge_type: Type.Enum(['network_connection'], {
      ...notes({ title: 'type', description: 'Kind of edge: network_connection.' }),
      default: 'network_connection',
    }),
    dropout_rate: Type.Number({
      ...notes({
        title: 'dropout rate',
        description: 'Chance that a request is lost on this edge; 1 % when left out.',
        unit: '0…1',
      }),
      minimum: 0,
      maximum: 1,
      default: 0.01,
    }),
  },
  { title: 'Edge', description: 'A one-way network connection.' },
)
export type NetworkLinkSpec = Static<typeof networkLinkSpec>
