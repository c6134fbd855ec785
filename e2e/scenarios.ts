/** What varies between the journeys of {@link oneServer}. */
interface OneServer {
  /** Simulated time [s]. */
  readonly seconds?: number
  readonly users?: number
  /** Share of the requests lost on the way in [0…1]. */
  readonly dropout?: number
}

/** One server behind two edges: 20 requests/s keep its core busy for a twenty-fifth of the time. */
export function oneServer({ seconds = 30, users = 20, dropout = 0 }: OneServer = {}): string {
  return `rqs_input:
  id: users
  avg_active_users: { mean: ${users} }
  avg_request_per_minute_per_user: { mean: 60 }
topology_graph:
  nodes:
    client: { id: client }
    servers:
      - id: server
        server_resources: { cpu_cores: 1, ram_mb: 1024 }
        endpoints:
          - endpoint_name: /
            steps:
              - { kind: initial_parsing, step_operation: { cpu_time: 0.002 } }
              - { kind: io_wait, step_operation: { io_waiting_time: 0.01 } }
  edges:
    - { id: in, source: users, target: client, latency: { mean: 0.003, distribution: exponential }, dropout_rate: ${dropout} }
    - { id: there, source: client, target: server, latency: { mean: 0.003, distribution: exponential }, dropout_rate: 0 }
    - { id: back, source: server, target: client, latency: { mean: 0.003, distribution: exponential }, dropout_rate: 0 }
sim_settings: { total_simulation_time: ${seconds}, seed: 7 }
`
}

/** Long enough to be still under way when a journey wants to pause or cancel, and not so long that the page asks first. */
export const LONG = oneServer({ seconds: 400_000 })

/** A server that is short of cores beside one that is not; the cores of the former are filled in. */
export function twoServers(cores: number): string {
  const steps = `[{ kind: initial_parsing, step_operation: { cpu_time: { distribution: exponential, mean: 0.08 } } }]`
  const edge = (id: string, source: string, target: string) =>
    `    - { id: ${id}, source: ${source}, target: ${target}, latency: 0.002, dropout_rate: 0 }`
  return `rqs_input:
  id: users
  avg_active_users: { mean: 20 }
  avg_request_per_minute_per_user: { mean: 60 }
topology_graph:
  nodes:
    client: { id: client }
    load_balancer: { id: lb, server_covered: [a, b] }
    servers:
      - id: a
        server_resources: { cpu_cores: 4, ram_mb: 1024 }
        endpoints: [{ endpoint_name: /, steps: ${steps} }]
      - id: b
        server_resources: { cpu_cores: ${cores}, ram_mb: 1024 }
        endpoints: [{ endpoint_name: /, steps: ${steps} }]
  edges:
${[
  edge('in', 'users', 'client'),
  edge('to-lb', 'client', 'lb'),
  edge('lb-a', 'lb', 'a'),
  edge('lb-b', 'lb', 'b'),
  edge('a-back', 'a', 'client'),
  edge('b-back', 'b', 'client'),
].join('\n')}
sim_settings: { total_simulation_time: 60, seed: 7 }
`
}
