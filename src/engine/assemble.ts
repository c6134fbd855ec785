import { ensureExists } from '../base/assert'
import {
  ArrivalSource,
  Client,
  distributionOf,
  type Injection,
  InjectionTimeline,
  LoadBalancer,
  NetworkLink,
  routingPolicies,
  Server,
  serverGauges,
  stepModel,
} from '../catalog/models'
import type { InjectionSpec, Scenario, ServerSpec } from '../catalog/specs'
import type { ModelContext } from '../kernel/network/modelContext'
import type { Network } from '../kernel/network/network'
import type { Link, Receiver } from '../kernel/network/parts'
import type { DrawSource } from '../kernel/random/draws'
import { injectionKindOf } from '../scenario/injectedEvents'
import { DurationTally } from '../stats/durationTally'
import type { NamedGauge } from './gauges'
import type { Place } from './instability'
import type { NamedCounter } from './intervalRecorder'

/** A network ready to run, and what to read from it. */
export interface AssembledNetwork {
  readonly gauges: readonly NamedGauge[]
  /** Everywhere that requests and background tasks can be. */
  readonly places: readonly Place[]
  readonly counters: readonly NamedCounter[]
  readonly servers: readonly AssembledServer[]
  readonly links: readonly Pick<NetworkLink, 'id' | 'sent' | 'travelTime'>[]
}

/** A server's counts; arrivals and answers only grow. */
export interface AssembledServer {
  readonly spec: ServerSpec
  readonly model: Pick<Server, 'arrivals' | 'answers' | 'backgroundTasks' | 'address'>
  readonly cpuWait: DurationTally
  readonly cpuService: DurationTally
  /** Times from arrival to answer, by endpoint. */
  readonly endpoints: ReadonlyMap<string, DurationTally>
}

/**
 * Builds the network of a scenario inside `network`.
 * The scenario is valid: whatever the text could get wrong was said by the scenario language.
 */
export function assemble(scenario: Scenario, network: Network, draws: DrawSource): AssembledNetwork {
  const tallies = new Map<string, DurationTally>()
  const tally = (...names: readonly string[]): DurationTally => {
    const key = JSON.stringify(names)
    const known = tallies.get(key) ?? new DurationTally()
    tallies.set(key, known)
    return known
  }
  const context: ModelContext = {
    network,
    draws,
    tally,
    endpointTally: (component, endpoint) => tally(component, 'endpoint', endpoint),
  }
  const { nodes, edges } = scenario.topology_graph

  // Injected events come first, so that one at t = 0 holds before the first arrival.
  const links = edges.map((edge, index) => new NetworkLink(context, edge, distributionOf(edge.latency), index))
  const linkById = new Map(links.map((link) => [link.id, link]))
  const source = new ArrivalSource(context, scenario.rqs_input, distributionOf(scenario.rqs_input.avg_active_users))
  const client = new Client(network)
  const servers = new Map(
    nodes.servers.map((spec) => [
      spec.id,
      new Server(
        context,
        spec,
        spec.endpoints.map((endpoint) => endpoint.steps.map(stepModel)),
      ),
    ]),
  )
  const balancer = nodes.load_balancer
    ? new LoadBalancer(network, routingPolicies[nodes.load_balancer.algorithms])
    : undefined
  network.balancer = balancer

  const receivers = new Map<string, Receiver>([[nodes.client.id, client], ...servers])
  if (nodes.load_balancer && balancer) receivers.set(nodes.load_balancer.id, balancer)
  const senders = new Map<string, { out: Link }>([
    [scenario.rqs_input.id, source],
    [nodes.client.id, client],
    ...servers,
  ])
  const balancedTargets = new Map<string, number>()

  edges.forEach((edge, index) => {
    const link = links[index]!
    link.target = ensureExists(receivers.get(edge.target), `node ${edge.target}`)
    if (balancer && edge.source === nodes.load_balancer?.id) balancedTargets.set(edge.target, balancer.addTarget(link))
    else ensureExists(senders.get(edge.source), `node ${edge.source}`).out = link
  })

  const injections = [...(scenario.events ?? [])].sort(byEventThenTarget).map((spec): Injection => {
    const { t_start: start, spike_s } = spec.start
    const end = spec.end.t_end
    if (injectionKindOf(spec) === 'server_outage') {
      return { kind: 'server_outage', start, end, target: balancedTargets.get(spec.target_id) }
    }
    const link = ensureExists(linkById.get(spec.target_id), `edge ${spec.target_id}`)
    return { kind: 'network_spike', start, end, link, seconds: ensureExists(spike_s, `spike_s of ${spec.event_id}`) }
  })
  if (injections.length > 0) new InjectionTimeline(network, injections)

  return {
    gauges: [
      ...nodes.servers.flatMap(({ id: component, server_resources: { cpu_cores } }): NamedGauge[] => {
        const { gaugeOf } = servers.get(component)!
        return [
          ...serverGauges.map((metric) => ({ component, metric, gauge: gaugeOf[metric], scale: 1 })),
          { component, metric: 'cpu_utilization', gauge: gaugeOf.cpu_in_use, scale: 1 / cpu_cores },
        ]
      }),
      ...links.map(
        (link): NamedGauge => ({
          component: link.id,
          metric: 'edge_concurrent_connection',
          gauge: link.concurrency,
          scale: 1,
        }),
      ),
    ],
    counters: [
      ...[...servers].flatMap(([component, server]): NamedCounter[] => [
        { component, name: 'arrivals', read: () => server.arrivals },
        { component, name: 'answers', read: () => server.answers },
      ]),
      ...links.map((link): NamedCounter => ({ component: link.id, name: 'sent', read: () => link.sent })),
    ],
    links,
    servers: nodes.servers.map((spec) => ({
      spec,
      model: servers.get(spec.id)!,
      cpuWait: tally(spec.id, 'cpu_wait'),
      cpuService: tally(spec.id, 'cpu_service'),
      endpoints: new Map(spec.endpoints.map(({ endpoint_name: name }) => [name, tally(spec.id, 'endpoint', name)])),
    })),
    places: [
      ...[...servers].flatMap(([component, server]) =>
        (['cpu', 'ram', 'db_pool', 'io', 'background'] as const).map(
          (resource): Place => ({ component, resource, occupants: () => server.occupants()[resource] }),
        ),
      ),
      ...links.map(
        ({ id, concurrency }): Place => ({
          component: id,
          resource: 'network',
          occupants: () => concurrency.value,
        }),
      ),
    ],
  }
}

/** Code unit order, as in the reference model: it decides between events of one instant. */
function byEventThenTarget(a: InjectionSpec, b: InjectionSpec): number {
  return compare(a.event_id, b.event_id) || compare(a.target_id, b.target_id)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
