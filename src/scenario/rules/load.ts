import type { EndpointSpec, ServerSpec, StepSpec } from '../../catalog/specs'
import { durationOfStep, meanOf } from '../durations'
import type { Facts, Placed } from '../facts'
import { treeAt } from '../yaml/tree'
import { finding, type Rule } from './rule'
import { Topology } from './topology'

/*
 * Offered load: how much work arrives per second, over how much a server can do per second. From ρ = 1 on a queue has
 * no reason to end. Only means are needed, so this is known before any run: the mean number of users times their rate,
 * followed along the edges, with their losses, to every server.
 */

/** Warns of every resource that is asked for more, on average, than it has. */
export const serversKeepUp: Rule = function* (context) {
  for (const { server, arrivalRate } of loads(context.facts)) {
    for (const { resource, key, busy, capacity, unit } of demands(server.spec)) {
      const utilisation = (arrivalRate * busy) / capacity
      // A law without a mean has a warning of its own.
      if (!(utilisation >= 1) || !Number.isFinite(busy)) continue
      const at = [...server.path, 'server_resources', key]
      yield finding(context, {
        code: `overloaded-${resource}`,
        severity: 'warning',
        path: at,
        range: (treeAt(context.root, at) ?? treeAt(context.root, [...server.path, 'id']))!.range,
        message: `Server "${server.spec.id}" gets ${rounded(arrivalRate)} requests/s, which need ${rounded(arrivalRate * busy)} ${unit}; it has ${capacity}: ρ = ${utilisation.toFixed(2)}, so its queue grows without end.`,
        hint: `At least ${Math.floor(arrivalRate * busy) + 1} ${unit} are needed to keep up, or less work per request, or fewer requests.`,
      })
    }
  }
}

interface Demand {
  readonly resource: 'cpu' | 'db-pool' | 'ram'
  readonly key: 'cpu_cores' | 'db_connection_pool' | 'ram_mb'
  /** What one request occupies, times for how long [unit·s]: the mean over the endpoints. */
  readonly busy: number
  readonly capacity: number
  readonly unit: string
}

function demands({ server_resources: resources, endpoints }: ServerSpec): Demand[] {
  const pool = resources.db_connection_pool
  return [
    {
      resource: 'cpu',
      key: 'cpu_cores',
      busy: meanOver(endpoints, cpuTime),
      capacity: resources.cpu_cores,
      unit: 'cores',
    },
    ...(pool === null
      ? []
      : [
          {
            resource: 'db-pool',
            key: 'db_connection_pool',
            busy: meanOver(endpoints, dbTime),
            capacity: pool,
            unit: 'connections',
          } as const,
        ]),
    // Waiting for a core holds memory too, so this is the least that can be needed.
    { resource: 'ram', key: 'ram_mb', busy: meanOver(endpoints, ramTime), capacity: resources.ram_mb, unit: 'MB' },
  ]
}

function meanOver(endpoints: readonly EndpointSpec[], work: (endpoint: EndpointSpec) => number): number {
  if (endpoints.length === 0) return 0
  return endpoints.reduce((sum, endpoint) => sum + work(endpoint), 0) / endpoints.length
}

function cpuTime({ steps }: EndpointSpec): number {
  return steps.reduce((sum, step) => sum + ('cpu_time' in step.step_operation ? meanTime(step) : 0), 0)
}

function dbTime({ steps }: EndpointSpec): number {
  return steps.reduce((sum, step) => sum + (step.kind === 'io_db' ? meanTime(step) : 0), 0)
}

function ramTime({ steps }: EndpointSpec): number {
  const ram = steps.reduce((sum, step) => sum + (step.kind === 'ram' ? step.step_operation.necessary_ram : 0), 0)
  // The request itself does not wait for a background task.
  return ram * steps.reduce((sum, step) => sum + (step.kind === 'io_task_spawn' ? 0 : meanTime(step)), 0)
}

/** How long a step takes on average [s]. */
function meanTime(step: StepSpec): number {
  return meanOf(durationOfStep(step)?.duration ?? 0)
}

interface ServerLoad {
  readonly server: Placed<ServerSpec>
  /** [requests/s] */
  readonly arrivalRate: number
}

/** Mean arrival rate of every server; nothing while the wiring is broken. */
function loads(facts: Facts): ServerLoad[] {
  const { workload, workloadId } = facts
  if (!facts.wiringSound || workload === undefined || workloadId === undefined) return []
  const topology = new Topology(facts)
  if (topology.closingEdges().length > 0) return []
  const { avg_active_users: users, avg_request_per_minute_per_user: rate } = workload.spec
  const flow = new Flow(facts, topology)
  flow.send(workloadId, (Math.max(0, users.mean) * Math.max(0, rate.mean)) / 60)
  return facts.servers.map((server) => ({ server, arrivalRate: flow.arrivals.get(server.spec.id) ?? 0 }))
}

/** Follows a mean rate of requests through the system, once out from the client and until it is back there. */
class Flow {
  /** Requests per second that get to each node. */
  readonly arrivals = new Map<string, number>()
  readonly #facts: Facts
  readonly #topology: Topology
  readonly #servers: ReadonlyMap<string, ServerSpec>

  constructor(facts: Facts, topology: Topology) {
    this.#facts = facts
    this.#topology = topology
    this.#servers = new Map(facts.servers.map(({ spec }) => [spec.id, spec]))
  }

  send(from: string, rate: number): void {
    const edges = this.#topology.outgoing(from)
    const shares = this.#shares(from)
    for (const [index, edge] of edges.entries()) {
      const sent = rate * (shares[index] ?? 0)
      const arriving = sent * (1 - (edge.spec?.dropout_rate ?? 0))
      const target = this.#facts.nodes.find(({ id }) => id === edge.target)
      const isBack = target?.kind === 'client' && this.#facts.workloadId !== from
      if (target === undefined || isBack || !(arriving > 0)) continue
      this.arrivals.set(edge.target, (this.arrivals.get(edge.target) ?? 0) + arriving)
      this.send(edge.target, this.#throughput(edge.target, arriving))
    }
  }

  /** A saturated server sends on no more than it can do. */
  #throughput(id: string, arriving: number): number {
    const capacity = this.#capacity(id)
    return Math.min(arriving, capacity)
  }

  /** Round robin gives every edge the same; least connection, in the long run, what each server can do. */
  #shares(from: string): number[] {
    const edges = this.#topology.outgoing(from)
    const capacities = edges.map(({ target }) => this.#capacity(target))
    const total = capacities.reduce((sum, capacity) => sum + capacity, 0)
    const adapts = this.#facts.loadBalancer?.spec.algorithms === 'least_connection'
    if (!adapts || !Number.isFinite(total)) return edges.map(() => 1 / edges.length)
    return capacities.map((capacity) => capacity / total)
  }

  /** Requests per second that the cores of a server can do; no bound where there is no CPU work. */
  #capacity(id: string): number {
    const server = this.#servers.get(id)
    const busy = server === undefined ? 0 : meanOver(server.endpoints, cpuTime)
    return server === undefined || busy === 0 ? Number.POSITIVE_INFINITY : server.server_resources.cpu_cores / busy
  }
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)))
}
