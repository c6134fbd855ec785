import { distributionOf } from '../../catalog/random-variables/model'
import type { DurationSpec, EndpointSpec, Scenario, ServerSpec, StepSpec } from '../../catalog/specs'
import { durationOfStep, meanOf } from '../durations'
import { backgroundOf, capacityOf, type Demand, demandsOf, meanOver, ramOf, stayOf } from './demand'
import { MeanFlow } from './flow'
import { pointsPerGauge, RUN_LIMITS, type RunLimits } from './limits'
import { needsPilot } from './pilot'

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
 * How large a run of the scenario will be, from means alone: rates followed along the edges, events per hop, step and
 * wait, points per time series. Takes a valid scenario; draws nothing and takes
 * a millisecond or less for fifty servers.
 */
export function estimateRun(given: Scenario, limits: RunLimits = RUN_LIMITS): RunEstimate {
  const scenario = withMeans(given)
  const { rqs_input: workload, topology_graph: graph, sim_settings: settings } = scenario
  const { servers } = graph.nodes
  const horizon = settings.total_simulation_time
  const users = distributionOf(workload.avg_active_users).mean
  const rate = (users * workload.avg_request_per_minute_per_user.mean) / 60
  const flow = new MeanFlow(
    {
      workloadId: workload.id,
      clientId: graph.nodes.client.id,
      servers: new Map(servers.map((server) => [server.id, server])),
      edges: graph.edges.map(({ source, target, dropout_rate: lost }) => ({ source, target, lost })),
      adapts: graph.nodes.load_balancer?.algorithms === 'least_connection',
    },
    rate,
  )
  const answered = (server: ServerSpec) => Math.min(flow.arrivals.get(server.id) ?? 0, capacityOf(server))

  // Little's law, without what waits for a resource.
  const moving =
    sum(graph.edges.map(({ latency }, index) => flow.deliveries[index]! * meanOf(latency))) +
    sum(servers.map((server) => answered(server) * meanOver(server.endpoints, stayOf)))
  const inFlightAt = (time: number) => Math.min(rate * time, moving + flow.stuck * time)
  const backgroundAt = (time: number) =>
    sum(servers.map((server) => answered(server) * meanOver(server.endpoints, (one) => backgroundOf(one, time))))
  const seconds = timeToFill(limits.inFlight, (time) => inFlightAt(time) + backgroundAt(time), horizon)

  const eventRate =
    1 / workload.user_sampling_window +
    rate +
    sum(flow.deliveries) +
    sum(servers.map((server) => answered(server) * eventsPerVisit(server, flow.arrivals.get(server.id) ?? 0)))
  const requests = rate * seconds
  const events = eventRate * seconds
  const inFlight = inFlightAt(seconds)
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
      backgroundAt(seconds) * BYTES_PER_BACKGROUND_TASK,
    wallSeconds: passes * (events / EVENTS_PER_SECOND + seconds / settings.sample_period_s / TICKS_PER_SECOND),
  }
}

/** The scenario with the median of every duration that has no finite mean: there is nothing better to count with. */
function withMeans(scenario: Scenario): Scenario {
  const { nodes, edges } = scenario.topology_graph
  const finite = <T extends DurationSpec>(duration: T) =>
    Number.isFinite(meanOf(duration)) ? duration : distributionOf(duration).quantile(0.5)
  const servers = nodes.servers.map((server) => ({
    ...server,
    endpoints: server.endpoints.map((endpoint) => ({
      ...endpoint,
      steps: endpoint.steps.map((step) => {
        const timed = durationOfStep(step)
        return timed === undefined
          ? step
          : ({ ...step, step_operation: { [timed.key]: finite(timed.duration) } } as StepSpec)
      }),
    })),
  }))
  return {
    ...scenario,
    topology_graph: {
      nodes: { ...nodes, servers },
      edges: edges.map((edge) => ({ ...edge, latency: finite(edge.latency) })),
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

/** When the system holds `limit` requests and tasks [s], or the horizon; what is held never becomes less. */
function timeToFill(limit: number, heldAt: (time: number) => number, horizon: number): number {
  if (heldAt(horizon) <= limit) return horizon
  let from = 0
  let to = horizon
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (from + to) / 2
    if (heldAt(middle) <= limit) from = middle
    else to = middle
  }
  return to
}

const HALVINGS = 40

/** Events of one request inside a server: the ends of its steps, and the ends of its waits for resources. */
function eventsPerVisit(server: ServerSpec, arrivalRate: number): number {
  const utilisation = new Map(
    demandsOf(server).map(({ resource, busy, capacity }) => [resource, Math.min(1, (arrivalRate * busy) / capacity)]),
  )
  // Who finds a resource busy waits for it, which about the share ρ of all do.
  const waits = (resource: Demand['resource']) => utilisation.get(resource) ?? 0
  return meanOver(server.endpoints, (endpoint) => {
    const timed = endpoint.steps.filter(({ kind }) => kind !== 'ram').length
    const pooled = endpoint.steps.filter(({ kind }) => kind === 'io_db').length
    const ram = ramOf(endpoint) > 0 ? waits('ram') : 0
    return timed + cpuBursts(endpoint) * waits('cpu') + pooled * waits('db_pool') + ram
  })
}

/** Consecutive CPU steps keep their core; memory and background tasks do not take it away. */
function cpuBursts({ steps }: EndpointSpec): number {
  const held = steps
    .filter(({ kind }) => kind !== 'ram' && kind !== 'io_task_spawn')
    .map(({ step_operation: operation }) => 'cpu_time' in operation)
  return held.filter((isCpu, index) => isCpu && held[index - 1] !== true).length
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
