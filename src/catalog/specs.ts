import { type Static, Type } from 'typebox'
import { notes } from './fields'
import { injectionSpec } from './injections/spec'
import { networkLinkSpec } from './links/network/spec'
import { arrivalSourceSpec } from './nodes/arrival-source/spec'
import { clientSpec } from './nodes/client/spec'
import { loadBalancerSpec } from './nodes/load-balancer/spec'
import { serverSpec } from './nodes/server/spec'
import { objectiveSpec } from './objectives/spec'
import { settingsSpec } from './settings'

/**
 * The scenario language, joined from the specs of all kinds.
 * A property with a `default` may be left out of the text; in a parsed `Scenario` it is always there.
 */
export const scenarioSpec = Type.Object(
  {
    rqs_input: arrivalSourceSpec,
    topology_graph: Type.Object(
      {
        nodes: Type.Object(
          {
            servers: Type.Array(serverSpec, {
              ...notes({ title: 'servers', description: 'The servers of the system.' }),
            }),
            client: clientSpec,
            load_balancer: Type.Optional(
              Type.Union([loadBalancerSpec, Type.Null()], {
                ...notes({
                  title: 'load balancer',
                  description: 'Spreads requests over servers; leave it out if there is none.',
                }),
              }),
            ),
          },
          { title: 'Nodes', description: 'Client, servers and load balancer.', additionalProperties: false },
        ),
        edges: Type.Array(networkLinkSpec, {
          ...notes({ title: 'edges', description: 'Network connections between the nodes.' }),
        }),
      },
      { title: 'Topology', description: 'What the system is made of and how it is wired.' },
    ),
    sim_settings: settingsSpec,
    events: Type.Optional(
      Type.Union([Type.Array(injectionSpec), Type.Null()], {
        ...notes({ title: 'events', description: 'Network spikes and server outages.' }),
      }),
    ),
    slos: Type.Optional(
      Type.Union([Type.Array(objectiveSpec), Type.Null()], {
        ...notes({ title: 'objectives', description: 'Service level objectives that the system is held against.' }),
      }),
    ),
  },
  { title: 'AsyncFlow scenario', description: 'A workload, a topology, events, objectives and settings.' },
)

/** A parsed scenario: every default filled in, names exactly as in the YAML. */
export type Scenario = Static<typeof scenarioSpec>
export type { InjectionSpec } from './injections/spec'
export type { NetworkLinkSpec } from './links/network/spec'
export type { ArrivalSourceSpec } from './nodes/arrival-source/spec'
export type { ClientSpec } from './nodes/client/spec'
export type { LoadBalancerSpec } from './nodes/load-balancer/spec'
export type { EndpointSpec, ServerSpec } from './nodes/server/spec'
export type { ObjectiveSpec } from './objectives/spec'
export type { ComponentSpec, DurationSpec, LawName, RandomCountSpec, RandomVariableSpec } from './random-variables/spec'
export type { SampledMetricName, SettingsSpec } from './settings'
export type { StepKind, StepSpec } from './steps'
