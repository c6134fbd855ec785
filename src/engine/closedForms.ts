import { stepModel } from '../catalog/models'
import type { EndpointSpec, Scenario, ServerSpec } from '../catalog/specs'
import type { StepModel } from '../kernel/network/stepModel'
import { mdcMeanWait } from '../stats/queueing/mdc'
import { mg1MeanWait } from '../stats/queueing/mg1'
import { MMc } from '../stats/queueing/mmc'
import { burstsOf } from './bursts'
import type { Measured } from './measured'
import type { ClosedForm } from './sanityResult'

/** Where a formula says what a server's requests wait, or how many sleep, given the arrivals that were seen. */
export function closedForms(scenario: Scenario, measured: Measured): ClosedForm[] {
  if (measured.end === 'unstable' || measured.simulatedSeconds === 0) return []
  const shared = commonReasons(scenario)
  return scenario.topology_graph.nodes.servers.flatMap((server) => {
    const rate = (measured.arrivals.get(server.id) ?? 0) / measured.simulatedSeconds
    if (rate === 0) return []
    const reasons = [...shared, ...feedReasons(scenario, server), ...memoryReasons(server, measured)]
    return [...coreWait(server, rate, measured, reasons), ...asleep(server, rate, measured, reasons)]
  })
}

/** Above this load theory and simulation both need longer than anybody waits. */
const HIGHEST_LOAD = 0.98

function coreWait(server: ServerSpec, rate: number, { summary }: Measured, reasons: readonly string[]): ClosedForm[] {
  const queue = summary.components[server.id]?.ready_queue_len?.mean
  const bursts = server.endpoints.flatMap(burstsOf)
  if (queue === undefined || bursts.length === 0) return []
  const service = mean(bursts.map(({ first }) => first))
  const scv = mean(bursts.map(({ second }) => second)) / (service * service) - 1
  const burstRate = (rate * bursts.length) / server.endpoints.length
  const cores = server.server_resources.cpu_cores
  const load = burstRate * service
  if (!(load < HIGHEST_LOAD * cores && Number.isFinite(scv))) return []
  const law = bursts.every(({ law }) => law === 'M' && bursts[0]!.first === service)
    ? 'M'
    : bursts.every(({ first, law }) => law === 'D' && first === service)
      ? 'D'
      : 'G'
  return [
    {
      component: server.id,
      model: cores === 1 ? `M/${law}/1` : `M/${law}/c`,
      quantity: 'core_wait',
      theory: meanWait(law, cores, load, service, scv),
      simulated: queue / burstRate,
      reasons: [
        ...reasons,
        ...(server.endpoints.some((endpoint) => burstsOf(endpoint).length > 1)
          ? ['a request comes to the cores more than once']
          : []),
        ...(law === 'G' && cores > 1 ? ['for several cores and this law there is only an approximation'] : []),
        ...(server.server_resources.db_connection_pool !== null && server.endpoints.some(poolsBeforeCpu)
          ? ['the connection pool delays requests before they come to the cores']
          : []),
      ],
    },
  ]
}

/** Mean wait [s]; of M/G/c by Allen and Cunneen's approximation, exact for M/M/c and M/G/1. */
function meanWait(law: 'M' | 'D' | 'G', cores: number, load: number, service: number, scv: number): number {
  if (cores === 1) return mg1MeanWait(load, service, law === 'M' ? 1 : law === 'D' ? 0 : scv)
  if (law === 'D') return mdcMeanWait(cores, load, service)
  return new MMc(cores, load, service).meanWait * (law === 'M' ? 1 : (1 + scv) / 2)
}

/** A server that only waits for others holds as many requests as arrive while one sleeps, whatever the law. */
function asleep(server: ServerSpec, rate: number, { summary }: Measured, reasons: readonly string[]): ClosedForm[] {
  const simulated = summary.components[server.id]?.event_loop_io_sleep?.mean
  const models = server.endpoints.flatMap(({ steps }) => steps.map(stepModel))
  const isPooled = server.server_resources.db_connection_pool !== null && models.some((step) => step.usesConnection)
  if (simulated === undefined || isPooled || models.some(({ mode }) => mode === 'hold')) return []
  const sleeps = models.filter(({ mode }) => mode === 'sleep' || mode === 'spawn')
  const expected = sleeps.reduce((sum, { duration }) => sum + meanOf(duration), 0) / server.endpoints.length
  if (!(expected > 0) || !Number.isFinite(expected)) return []
  return [{ component: server.id, model: 'M/G/∞', quantity: 'asleep', theory: rate * expected, simulated, reasons }]
}

/** What disturbs the arrivals at every server alike. */
function commonReasons({ rqs_input: { avg_active_users: users }, events }: Scenario): string[] {
  const isConstant = users.distribution === 'normal' && users.variance === 0
  return [
    ...(isConstant ? [] : ['the number of users, and so the arrival rate, changes from window to window']),
    ...((events ?? []).length > 0 ? ['events are injected'] : []),
  ]
}

/** What disturbs the arrivals at this server: whoever sends to it makes them more regular, or less. */
function feedReasons({ topology_graph: { nodes, edges } }: Scenario, { id }: ServerSpec): string[] {
  const senders = new Set(edges.filter(({ target }) => target === id).map(({ source }) => source))
  return [
    ...(senders.has(nodes.load_balancer?.id ?? '') && nodes.servers.length > 1
      ? ['the load balancer decides when requests come']
      : []),
    ...(nodes.servers.some((server) => senders.has(server.id) && !leavesPoisson(server))
      ? ['the server before it shapes the arrivals']
      : []),
  ]
}

/** Burke's theorem: what leaves M/M/c, or a server without any queue, is a Poisson process again. */
function leavesPoisson({ endpoints, server_resources: resources }: ServerSpec): boolean {
  const bursts = endpoints.flatMap(burstsOf)
  return (
    bursts.every(({ law, first }) => law === 'M' && first === bursts[0]!.first) &&
    endpoints.every((endpoint) => burstsOf(endpoint).length <= 1) &&
    endpoints.every(({ steps }) => steps.every(({ kind }) => kind !== 'ram')) &&
    (resources.db_connection_pool === null ||
      endpoints.every(({ steps }) => steps.every(({ kind }) => kind !== 'io_db')))
  )
}

/** Memory that was short at times keeps requests from the cores. */
function memoryReasons({ id, endpoints, server_resources }: ServerSpec, { summary }: Measured): string[] {
  const largest = Math.max(
    0,
    ...endpoints.map(({ steps }) => steps.map(stepModel).reduce((sum, s) => sum + s.ramMb, 0)),
  )
  const peak = summary.components[id]?.ram_in_use?.max ?? 0
  return largest > 0 && peak + largest > server_resources.ram_mb ? ['memory was short at times'] : []
}

function poolsBeforeCpu({ steps }: EndpointSpec): boolean {
  const models = steps.map(stepModel)
  const lastCpu = models.findLastIndex(({ mode }) => mode === 'hold')
  return models.slice(0, Math.max(0, lastCpu)).some(({ usesConnection }) => usesConnection)
}

function meanOf(duration: StepModel['duration']): number {
  return typeof duration === 'number' ? duration : duration.mean
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
