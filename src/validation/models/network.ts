import type { DurationSpec, NetworkLinkSpec, Scenario, ServerSpec, StepSpec } from '../../catalog/specs'

/** Time that a hop takes where theory knows no network [s]: too little to be seen in any figure. */
export const NO_TIME = 1e-9

export const exponential = (mean: number): DurationSpec => ({ distribution: 'exponential', mean })

export const cpu = (time: DurationSpec): StepSpec => ({
  kind: 'cpu_bound_operation',
  step_operation: { cpu_time: time },
})
export const io = (time: DurationSpec): StepSpec => ({ kind: 'io_wait', step_operation: { io_waiting_time: time } })
export const db = (time: DurationSpec): StepSpec => ({ kind: 'io_db', step_operation: { io_waiting_time: time } })
export const ram = (megabytes: number): StepSpec => ({ kind: 'ram', step_operation: { necessary_ram: megabytes } })

/** A server with an endpoint for each list of steps. */
export function server(
  id: string,
  endpoints: readonly (readonly StepSpec[])[],
  resources: Partial<ServerSpec['server_resources']> = {},
): ServerSpec {
  return {
    id,
    type: 'server',
    server_resources: { cpu_cores: 1, ram_mb: 1024, db_connection_pool: null, ...resources },
    endpoints: endpoints.map((steps, i) => ({ endpoint_name: `/${i}`, steps: [...steps] })),
  }
}

interface Workload {
  /** Mean rate of the requests [1/s]. */
  readonly rate: number
  /** How many requests there are on average in one run. */
  readonly requests: number
  /** Users are Poisson and redrawn at every window of this length [s]; by default their number never changes. */
  readonly window?: number
  /** Requests per second of one user; default 1. */
  readonly ratePerUser?: number
}

/** A path: the nodes that a request visits between leaving the client and coming back to it. */
type Path = readonly string[]

interface Parts extends Workload {
  readonly servers: readonly ServerSpec[]
  readonly edges: readonly NetworkLinkSpec[]
  readonly balancer?: 'round_robin' | 'least_connection'
}

export function link(source: string, target: string, latency: DurationSpec = NO_TIME, loss = 0): NetworkLinkSpec {
  return {
    id: `${source}-${target}`,
    source,
    target,
    latency,
    edge_type: 'network_connection',
    dropout_rate: loss,
  }
}

/** Links along a path that begins and ends at the client. */
export function path(...nodes: Path): NetworkLinkSpec[] {
  const stops = ['client', ...nodes, 'client']
  return stops.slice(1).map((target, i) => link(stops[i]!, target))
}

/** A scenario in which nothing is that theory does not know: no loss and no time on links, Poisson arrivals. */
export function network({ rate, requests, window, ratePerUser = 1, servers, edges, balancer }: Parts): Scenario {
  return {
    rqs_input: {
      id: 'users',
      type: 'generator',
      avg_active_users:
        window === undefined
          ? { mean: rate / ratePerUser, distribution: 'normal', variance: 0 }
          : { mean: rate / ratePerUser, distribution: 'poisson' },
      avg_request_per_minute_per_user: { mean: 60 * ratePerUser, distribution: 'poisson' },
      user_sampling_window: window ?? 120,
    },
    topology_graph: {
      nodes: {
        client: { id: 'client', type: 'client' },
        servers: [...servers],
        ...(balancer && {
          load_balancer: {
            id: 'balancer',
            type: 'load_balancer',
            algorithms: balancer,
            server_covered: servers.map(({ id }) => id),
          },
        }),
      },
      edges: edges.some(({ source }) => source === 'users') ? [...edges] : [link('users', 'client'), ...edges],
    },
    sim_settings: {
      total_simulation_time: Math.ceil(requests / rate),
      warm_up_s: 0,
      sample_period_s: 0.1,
      enabled_sample_metrics: [],
      enabled_event_metrics: ['rqs_clock'],
    },
    events: [],
  }
}

/** One server behind the client, where every request runs these steps. */
export function oneServer(
  workload: Workload,
  steps: readonly StepSpec[],
  resources?: Partial<ServerSpec['server_resources']>,
): Scenario {
  return network({ ...workload, servers: [server('server', [steps], resources)], edges: path('server') })
}

/** Equal servers of one core behind a load balancer. */
export function balanced(
  workload: Workload,
  balancer: 'round_robin' | 'least_connection',
  count: number,
  steps: readonly StepSpec[],
): Scenario {
  const ids = Array.from({ length: count }, (_, i) => `server-${i + 1}`)
  return network({
    ...workload,
    balancer,
    servers: ids.map((id) => server(id, [steps])),
    edges: [link('client', 'balancer'), ...ids.flatMap((id) => [link('balancer', id), link(id, 'client')])],
  })
}
