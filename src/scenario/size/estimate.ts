import { distributionOf } from '../../catalog/random-variables/model'
import type { DurationSpec, Scenario, ServerSpec, StepSpec } from '../../catalog/specs'
import { durationOfStep, meanOf } from '../durations'
import { injectedEvents } from '../injectedEvents'
import { capacityOf, type Demand, demandsOf, meanOver, meanTime, ramOf, stayOf } from './demand'
import { MeanFlow } from './flow'
import { pointsPerGauge, RUN_LIMITS, type RunLimits } from './limits'
import { needsPilot } from './pilot'
import { countBefore, delayed, type Stretch, shareOf, summed } from './stretch'

/** What a run is going to cost, known before it starts; each figure within a factor of two. */
export interface RunEstimate {
  /** Simulated time until the horizon, or until requests pile up beyond what a run can hold [s]. */
  readonly seconds: number
  /** Requests generated. */
  readonly requests: number
  readonly events: number
  /** Memory of the result, and of the requests that are in the system at the end [bytes]. */
  readonly bytes: number
  /** Wall-clock time on an ordinary machine [s]. */
  readonly wallSeconds: number
}

/**
 * How large a run of the scenario will be, from means alone: rates followed along the edges, through outages and spikes,
 * events per hop, step and wait, points per time series. Takes a valid scenario; draws nothing and takes
 * a millisecond or less for fifty servers.
 */
export function estimateRun(given: Scenario, limits: RunLimits = RUN_LIMITS): RunEstimate {
  const scenario = withMeans(given)
  const { rqs_input: workload, topology_graph: graph, sim_settings: settings } = scenario
  const { servers } = graph.nodes
  const horizon = settings.total_simulation_time
  const users = distributionOf(workload.avg_active_users).mean
  const rate = (users * workload.avg_request_per_minute_per_user.mean) / 60
  const flow = flowOf(scenario, rate)
  const begunAt = ({ id }: ServerSpec) => flow.begun.get(id) ?? []

  const tasks = servers.flatMap((server) => backgroundTasks(server, begunAt(server), horizon))
  const inSystem = summed([...flow.sent, ...shareOf(flow.ended, -1)])
  const seconds = timeToFill(limits.inFlight, summed([...inSystem, ...tasks]), horizon)

  const count = (stretches: readonly Stretch[]) => countBefore(stretches, seconds)
  const requests = count(flow.sent)
  const events =
    seconds / workload.user_sampling_window +
    requests +
    sum(flow.deliveries.map(count)) +
    sum(
      servers.map((server) =>
        eventsInside(server, begunAt(server), count(flow.arrivals.get(server.id) ?? []) / seconds, seconds),
      ),
    )
  const inFlight = count(inSystem)
  const kept = Math.min(limits.requests, Math.max(0, requests - inFlight))
  const points = seriesPoints(scenario, seconds, limits)
  const passes = needsPilot(scenario) ? 2 : 1
  return {
    seconds,
    requests,
    events,
    bytes:
      kept * BYTES_PER_KEPT_REQUEST +
      Math.min(kept, limits.requestPhases) * BYTES_PER_KEPT_PHASES +
      points * BYTES_PER_POINT +
      intervalBytes(scenario, kept) +
      inFlight * BYTES_PER_REQUEST_IN_FLIGHT +
      count(tasks) * BYTES_PER_BACKGROUND_TASK,
    wallSeconds: passes * (events / EVENTS_PER_SECOND + seconds / settings.sample_period_s / TICKS_PER_SECOND),
  }
}

/** The way of the requests through a scenario of constant durations, and what happens on it. */
function flowOf(
  { rqs_input: workload, topology_graph: { nodes, edges }, sim_settings, events }: Scenario,
  rate: number,
) {
  const injected = injectedEvents({ events })
  const outagesOf = (server: string) =>
    injected.filter(({ kind, target }) => kind === 'server_outage' && target === server)
  const spikesOn = (edge: string) => injected.filter(({ kind, target }) => kind === 'network_spike' && target === edge)
  return new MeanFlow(
    {
      workloadId: workload.id,
      clientId: nodes.client.id,
      servers: new Map(
        nodes.servers.map((server) => [
          server.id,
          { capacity: capacityOf(server), stay: meanOver(server.endpoints, stayOf) },
        ]),
      ),
      edges: edges.map(({ id, source, target, dropout_rate: lost, latency }) => ({
        source,
        target,
        lost,
        latency: meanOf(latency),
        spikes: spikesOn(id).map(({ start, end, spike = 0 }) => ({ start, end, added: spike })),
        outages: source === nodes.load_balancer?.id ? outagesOf(target) : [],
      })),
      adapts: nodes.load_balancer?.algorithms === 'least_connection',
    },
    rate,
    sim_settings.total_simulation_time,
  )
}

/**
 * The scenario with a constant for every duration: its mean, were it cut off at the end of the run. Of requests that come
 * all the time, as many get through in this time as in the random one, however long its tail.
 */
function withMeans(scenario: Scenario): Scenario {
  const { nodes, edges } = scenario.topology_graph
  const { total_simulation_time: horizon } = scenario.sim_settings
  const limited = (duration: DurationSpec) => distributionOf(duration).limitedMean(horizon)
  const servers = nodes.servers.map((server) => ({
    ...server,
    endpoints: server.endpoints.map((endpoint) => ({
      ...endpoint,
      steps: endpoint.steps.map((step) => {
        const timed = durationOfStep(step)
        return timed === undefined
          ? step
          : ({ ...step, step_operation: { [timed.key]: limited(timed.duration) } } as StepSpec)
      }),
    })),
  }))
  return {
    ...scenario,
    topology_graph: {
      nodes: { ...nodes, servers },
      edges: edges.map((edge) => ({ ...edge, latency: limited(edge.latency) })),
    },
  }
}

/** Whether a person should be asked before such a run: it takes longer than one waits without being told [30 s]. */
export function isLarge({ wallSeconds }: RunEstimate): boolean {
  return wallSeconds > 30
}

/** Columns of the request log. */
const BYTES_PER_KEPT_REQUEST = 22
/** Times in nine phases. */
const BYTES_PER_KEPT_PHASES = 72
/** Time, smallest, largest and mean value of a point. */
const BYTES_PER_POINT = 32
/** Its columns, its event, its place in a queue. */
const BYTES_PER_REQUEST_IN_FLIGHT = 140
/** Its event, in a calendar that grows by doubling. */
const BYTES_PER_BACKGROUND_TASK = 36
/** Half of what a machine of 2024 does on one server, so that slower ones are not promised too much. */
const EVENTS_PER_SECOND = 2_000_000
/** Steps of the sampling clock in which nothing changes. */
const TICKS_PER_SECOND = 500_000_000

/**
 * Memory of the intervals: of each gauge a mean and a maximum, two counts per server and edge, some figures of the whole
 * system, and the cells of the latencies, of which neighbours share few.
 */
function intervalBytes({ topology_graph: { nodes, edges } }: Scenario, completed: number): number {
  const values = nodes.servers.length * (2 * GAUGES_PER_SERVER + 2) + edges.length * 4 + 16
  return INTERVALS * values * 8 + Math.min(completed, INTERVALS * CELLS_PER_INTERVAL) * BYTES_PER_CELL
}

/** Between 120 and 300. */
const INTERVALS = 200
const GAUGES_PER_SERVER = 9
/** Cells that the latencies of an interval are spread over, where there are many. */
const CELLS_PER_INTERVAL = 100
const BYTES_PER_CELL = 10

/**
 * When the system holds `limit` requests and tasks [s], or the horizon.
 * @param change how many more it holds each second
 */
function timeToFill(limit: number, change: readonly Stretch[], horizon: number): number {
  let held = 0
  for (const { from, to, rate } of change) {
    const before = held
    held += rate * (to - from)
    if (held > limit) return from + (limit - before) / rate
  }
  return horizon
}

/** How many more background tasks there are each second. By Little's law they are as many as begin while one lasts. */
function backgroundTasks({ endpoints }: ServerSpec, begun: readonly Stretch[], horizon: number): Stretch[] {
  return endpoints.flatMap(({ steps }) => {
    const visits = shareOf(begun, 1 / endpoints.length)
    return steps
      .filter(({ kind }) => kind === 'io_task_spawn')
      .flatMap((step) => [...visits, ...shareOf(delayed(visits, meanTime(step), horizon), -1)])
  })
}

/** Events inside a server: the ends of steps, and the ends of waits for resources. */
function eventsInside(server: ServerSpec, begun: readonly Stretch[], arrivalRate: number, seconds: number): number {
  const utilisation = new Map(
    demandsOf(server).map(({ resource, busy, capacity }) => [resource, Math.min(1, (arrivalRate * busy) / capacity)]),
  )
  // Who finds a resource busy waits for it, which about the share ρ of all do.
  const waits = (resource: Demand['resource']) => utilisation.get(resource) ?? 0
  return meanOver(server.endpoints, (endpoint) => {
    let elapsed = 0
    let events = ramOf(endpoint) > 0 ? waits('ram') * countBefore(begun, seconds) : 0
    let hasCore = false
    for (const step of endpoint.steps) {
      if (step.kind === 'ram') continue
      const end = elapsed + meanTime(step)
      events += countBefore(begun, seconds - end)
      // Background tasks take no core away.
      if (step.kind === 'io_task_spawn') continue
      const isCpu = 'cpu_time' in step.step_operation
      const share = isCpu ? (hasCore ? 0 : waits('cpu')) : step.kind === 'io_db' ? waits('db_pool') : 0
      events += share * countBefore(begun, seconds - elapsed)
      hasCore = isCpu
      elapsed = end
    }
    return events
  })
}

/** Points of all time series together. */
function seriesPoints({ topology_graph: graph, sim_settings: settings }: Scenario, seconds: number, limits: RunLimits) {
  const enabled = new Set(settings.enabled_sample_metrics)
  const onEdges = enabled.delete('edge_concurrent_connection') ? graph.edges.length : 0
  const gauges = onEdges + enabled.size * graph.nodes.servers.length
  const sampled = gauges * pointsOf(seconds / settings.sample_period_s, pointsPerGauge(limits, gauges))
  return sampled + 2 * pointsOf(seconds, limits.seriesPoints)
}

/** Points that a series with this capacity keeps of so many samples: it halves its resolution whenever it is full. */
function pointsOf(samples: number, capacity: number): number {
  let points = samples
  while (points >= capacity) points /= 2
  return points
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
