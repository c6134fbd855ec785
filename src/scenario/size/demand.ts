import type { EndpointSpec, ServerSpec, StepSpec } from '../../catalog/specs'
import { durationOfStep, meanOf } from '../durations'

/** What the mean request asks of one resource of a server. */
export interface Demand {
  readonly resource: 'cpu' | 'db_pool' | 'ram'
  readonly key: 'cpu_cores' | 'db_connection_pool' | 'ram_mb'
  /** What one request occupies, times for how long [unit·s]: the mean over the endpoints, all equally likely. */
  readonly busy: number
  readonly capacity: number
  readonly unit: 'cores' | 'connections' | 'MB'
}

/** What the mean request asks of each limited resource of a server. */
export function demandsOf({ server_resources: resources, endpoints }: ServerSpec): Demand[] {
  const { cpu_cores: cores, ram_mb: ram, db_connection_pool: pool } = resources
  const demand = (
    resource: Demand['resource'],
    key: Demand['key'],
    capacity: number,
    unit: Demand['unit'],
  ): Demand => ({
    resource,
    key,
    busy: meanOver(endpoints, occupation[resource]),
    capacity,
    unit,
  })
  return [
    demand('cpu', 'cpu_cores', cores, 'cores'),
    ...(pool === null ? [] : [demand('db_pool', 'db_connection_pool', pool, 'connections')]),
    // Waiting for a core holds memory too, so this is the least that can be needed.
    demand('ram', 'ram_mb', ram, 'MB'),
  ]
}

/** Requests per second that a server can answer; Infinity where nothing bounds it. */
export function capacityOf(server: ServerSpec): number {
  return Math.min(...demandsOf(server).map(({ busy, capacity }) => capacity / busy))
}

/** The mean over a server's endpoints; 0 where it has none. */
export function meanOver(endpoints: readonly EndpointSpec[], amount: (endpoint: EndpointSpec) => number): number {
  if (endpoints.length === 0) return 0
  return endpoints.reduce((sum, endpoint) => sum + amount(endpoint), 0) / endpoints.length
}

/** How long the request itself is kept by the steps of an endpoint [s], waits for resources aside. */
export function stayOf({ steps }: EndpointSpec): number {
  return sumOf(steps, (step) => (step.kind === 'io_task_spawn' ? 0 : meanTime(step)))
}

/** How long it is kept by those that sleep [s]. */
export function sleepOf({ steps }: EndpointSpec): number {
  return sumOf(steps, (step) =>
    step.kind === 'io_task_spawn' || 'cpu_time' in step.step_operation ? 0 : meanTime(step),
  )
}

const occupation: Record<Demand['resource'], (endpoint: EndpointSpec) => number> = {
  cpu: ({ steps }) => sumOf(steps, (step) => ('cpu_time' in step.step_operation ? meanTime(step) : 0)),
  db_pool: ({ steps }) => sumOf(steps, (step) => (step.kind === 'io_db' ? meanTime(step) : 0)),
  ram: (endpoint) => ramOf(endpoint) * stayOf(endpoint),
}

/** Memory that one request holds [MB]. */
export function ramOf({ steps }: EndpointSpec): number {
  return sumOf(steps, (step) => (step.kind === 'ram' ? step.step_operation.necessary_ram : 0))
}

function sumOf(steps: readonly StepSpec[], amount: (step: StepSpec) => number): number {
  return steps.reduce((sum, step) => sum + amount(step), 0)
}

/** How long a step takes on average [s]. */
export function meanTime(step: StepSpec): number {
  return meanOf(durationOfStep(step)?.duration ?? 0)
}
