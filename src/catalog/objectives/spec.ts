import { type Static, Type } from 'typebox'
import { byKind, idField, notes, referenceField } from '../fields'

const id = idField('Name of the objective.')

const target = Type.Number({
  ...notes({
    title: 'target',
    description: 'Share of the requests that are to be good. What is left of them is the error budget.',
    unit: '0…1',
  }),
  exclusiveMinimum: 0,
  exclusiveMaximum: 1,
  examples: [0.99],
})

const window = Type.Optional(
  Type.Number({
    ...notes({
      title: 'window',
      description: 'Time that the error budget is meant for; the whole run when left out.',
      unit: 's',
    }),
    exclusiveMinimum: 0,
  }),
)

const latencyObjective = Type.Object(
  {
    id,
    kind: Type.Enum(['latency'], {
      ...notes({ title: 'kind', description: 'latency: how many of the completed requests are fast enough.' }),
    }),
    threshold_s: Type.Number({
      ...notes({ title: 'threshold', description: 'Longest latency of a request that is fast enough.', unit: 's' }),
      exclusiveMinimum: 0,
      examples: [0.3],
    }),
    target,
    endpoint: Type.Optional(
      referenceField('endpoint', {
        title: 'endpoint',
        description:
          'Only requests for this endpoint of the last server that they visit; all completed requests when left out.',
      }),
    ),
    window_s: window,
  },
  {
    title: 'Latency objective',
    description: 'A share of the completed requests takes no longer than a threshold.',
  },
)

const availabilityObjective = Type.Object(
  {
    id,
    kind: Type.Enum(['availability'], {
      ...notes({ title: 'kind', description: 'availability: how many of the requests that ended were completed.' }),
    }),
    target,
    window_s: window,
  },
  { title: 'Availability objective', description: 'A share of the requests that end is completed.' },
)

/** A service level objective: which share of the requests is to be good, and what good means. */
export const objectiveSpec = byKind([latencyObjective, availabilityObjective], {
  title: 'Objective',
  description: 'A service level objective, told apart by its kind.',
})
export type ObjectiveSpec = Static<typeof objectiveSpec>
