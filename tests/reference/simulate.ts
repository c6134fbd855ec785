import { distributionOf } from '../../src/catalog/random-variables/model'
import type { InjectionSpec, NetworkLinkSpec, Scenario } from '../../src/catalog/specs'
import type { DrawSource } from '../../src/kernel/random/draws'
import { Clock, Level, type Process, run } from './clock'
import { createServer } from './server'

/**
 * A second implementation of docs/semantics.md: slow, plain, and written without a look at the kernel or its models,
 * of which it has the draws and the laws alone.
 * The draws of a request must be the same whatever the order in which components ask for them.
 */
export function simulateReference(scenario: Scenario, draws: DrawSource) {
  const { rqs_input: workload, topology_graph, sim_settings } = scenario
  const { client, load_balancer: balancer } = topology_graph.nodes
  const clock = new Clock()
  /** Requests in the order in which they ended, with outcomes as in a `RequestLog`. */
  const ended: { request: number; start: number; finish: number; outcome: string }[] = []
  const levels: Record<string, Level> = {}
  let generated = 0
  let cost = 0
  const spend = (dollars: number) => {
    cost += dollars
  }

  function createEdge(spec: NetworkLinkSpec) {
    const luck = draws.link(spec.id, spec.dropout_rate, distributionOf(spec.latency))
    const concurrent = new Level(clock)
    const spikes: number[] = []
    levels[`edge_concurrent_connection of ${spec.id}`] = concurrent
    function* travel(request: number): Process {
      concurrent.add(1)
      const time = clock.now + (luck.latency() + spikes.reduce((sum, spike) => sum + spike, 0))
      yield (resume) => clock.plan({ time, component: spec.id, what: 'delivery', request }, 'arrival', resume)
      concurrent.add(-1)
    }
    /** Requests that a load balancer has sent this way and that are not answered yet. */
    const outstanding = new Set<number>()
    return { ...spec, spikes, outstanding, travel, isLost: (request: number) => luck.isLost(request) }
  }

  const edges = topology_graph.edges.map(createEdge)
  const edgeFrom = (node: string) => edges.find(({ source }) => source === node)!
  /** Edges of the load balancer, the one chosen longest ago first. */
  const rotation = edges.filter(({ source }) => source === balancer?.id)
  const balanced = new Map(rotation.map((edge) => [edge.target, edge]))
  const servers = new Map(
    topology_graph.nodes.servers.map((spec) => {
      const server = createServer(spec, draws, clock, spend)
      for (const [metric, level] of Object.entries(server.levels)) levels[`${metric} of ${spec.id}`] = level
      return [spec.id, server]
    }),
  )

  function balance(request: number) {
    const fewest = Math.min(...rotation.map(({ outstanding }) => outstanding.size))
    const isRoundRobin = balancer!.algorithms === 'round_robin'
    const chosen = rotation.find(({ outstanding }) => isRoundRobin || outstanding.size === fewest)
    if (chosen) rotation.push(...rotation.splice(rotation.indexOf(chosen), 1))
    chosen?.outstanding.add(request)
    return chosen
  }

  function* live(request: number): Process {
    const start = clock.now
    const end = (outcome: string) => {
      for (const { outstanding } of edges) outstanding.delete(request)
      ended.push({ request, start, finish: clock.now, outcome })
    }
    let edge = edgeFrom(workload.id)
    for (let travelled = 1; ; travelled++) {
      if (edge.isLost(request)) return end(`dropped:${edge.id}`)
      yield* edge.travel(request)
      const node = edge.target
      if (node === client.id && travelled > 1) return end('completed')
      if (servers.has(node)) yield* servers.get(node)!.serve(request)
      balanced.get(node)?.outstanding.delete(request)
      const next = node === balancer?.id ? balance(request) : edgeFrom(node)
      if (next === undefined) return end('no_server_up')
      edge = next
    }
  }

  function planInjection({ target_id: component, start, end }: InjectionSpec): void {
    const { spikes = [] } = edges.find(({ id }) => id === component) ?? {}
    const way = balanced.get(component)
    const seconds = start.spike_s
    clock.plan({ time: start.t_start, component, what: start.kind, request: 0 }, 'event starts', () => {
      if (seconds) spikes.push(seconds)
      else if (way) rotation.splice(rotation.indexOf(way), 1)
    })
    clock.plan({ time: end.t_end, component, what: end.kind, request: 0 }, 'event ends', () => {
      if (seconds) spikes.splice(spikes.indexOf(seconds), 1)
      else if (way) rotation.push(way)
    })
  }

  /** Several marks of one instant happen in the order of their events' names. */
  const byName = (a: InjectionSpec, b: InjectionSpec) => (a.event_id < b.event_id ? -1 : 1)
  for (const injection of (scenario.events ?? []).toSorted(byName)) planInjection(injection)

  const arrivals = draws.arrivals(workload.id, distributionOf(workload.avg_active_users))
  let windows = 0
  let gaps = 0
  let meanGap = Number.POSITIVE_INFINITY

  function openWindow(): void {
    meanGap = 1 / (arrivals.users(windows++) * (workload.avg_request_per_minute_per_user.mean / 60))
    planArrival()
  }

  function planArrival(): void {
    const windowEnd = windows * workload.user_sampling_window
    const time = meanGap < Number.POSITIVE_INFINITY ? clock.now + arrivals.gap(gaps++) * meanGap : windowEnd
    if (time < windowEnd) plan(time, 'request', generated + 1, arrive)
    else plan(windowEnd, 'window', 0, openWindow)
  }

  function plan(time: number, what: string, request: number, action: () => void): void {
    clock.plan({ time, component: workload.id, what, request }, 'arrival', action)
  }

  function arrive(): void {
    generated++
    planArrival()
    run(live(generated))
  }

  plan(0, 'window', 0, openWindow)
  clock.runUntil(sim_settings.total_simulation_time)
  return { events: clock.past, generated, ended, levels, cost }
}
