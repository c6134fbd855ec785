import { type Static, Type } from 'typebox'
import { idField, notes, referenceField } from '../fields'
import { positive } from '../random-variables/parameters'

/** Something that happens to the system at a stated time. */
export const injectionSpec = Type.Object(
  {
    event_id: idField('Name of the event.'),
    target_id: referenceField('event-target', {
      title: 'target',
      description: 'Server (outage) or edge (network spike) that it happens to.',
    }),
    start: Type.Object(
      {
        kind: Type.Enum(['server_down', 'network_spike_start'], {
          ...notes({
            title: 'kind',
            description:
              'server_down: the load balancer sends nothing to the server. network_spike_start: requests sent over the edge take longer.',
          }),
        }),
        t_start: Type.Number({ ...notes({ title: 'start', description: 'When it begins.', unit: 's' }), minimum: 0 }),
        spike_s: Type.Optional(
          Type.Union([Type.Number(positive), Type.Null()], {
            ...notes({
              title: 'added latency',
              description: 'Latency added to every request sent over the edge (network spikes only).',
              unit: 's',
            }),
          }),
        ),
      },
      { title: 'Start', description: 'When and how it begins.', additionalProperties: false },
    ),
    end: Type.Object(
      {
        kind: Type.Enum(['server_up', 'network_spike_end'], {
          ...notes({
            title: 'kind',
            description: 'server_up ends server_down, network_spike_end ends network_spike_start.',
          }),
        }),
        t_end: Type.Number({
          ...notes({ title: 'end', description: 'When it ends.', unit: 's' }),
          exclusiveMinimum: 0,
        }),
      },
      { title: 'End', description: 'When it ends.', additionalProperties: false },
    ),
  },
  { title: 'Event', description: 'A network spike or a server outage.' },
)
export type InjectionSpec = Static<typeof injectionSpec>
