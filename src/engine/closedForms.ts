import { stepModel } from '../catalog/models'
import type { Scenario, ServerSpec } from '../catalog/specs'
import type { StepModel } from '../kernel/network/stepModel'
import { ramOf } from '../scenario/size/demand'
import { mdcMeanWait } from '../stats/queueing/mdc'
import { mg1MeanWait } from '../stats/queueing/mg1'
import { MMc } from '../stats/queueing/mmc'
import { type Burst, burstsOf } from './bursts'
import type { Measured } from './measured'
import type { ClosedForm } from './sanityResult'

/** What the requests of one endpoint do. */
interface Program {
  readonly steps: readonly StepModel[]
  readonly bursts: readonly Burst[]
}

/** A server with the programs of its endpoints. */
interface Station {
  readonly server: ServerSpec
  readonly programs: readonly Program[]
}

/** Where a formula says what a server's requests wait, or how many sleep, given the arrivals that were seen. */
export function closedForms(scenario: Scenario, measured: Measured): ClosedForm[] {
  if (measured.end === 'unstable' || measured.simulatedSeconds === 0) return []
  const shared = commonReasons(scenario)
  const stations = scenario.topology_graph.nodes.servers.map(stationOf)
  const feeds = new Feeds(scenario.topology_graph, stations)
  return stations.flatMap((station) => {
    const rate = (measured.arrivals.get(station.server.id) ?? 0) / measured.simulatedSeconds
    if (rate === 0) return []
    const reasons = [...shared, ...feeds.reasons(station.server.id), ...memoryReasons(station.server, measured)]
    return [...coreWait(station, rate, measured, reasons), ...asleep(station, rate, measured, reasons)]
  })
}

function stationOf(server: ServerSpec): Station {
  const programs = server.endpoints.map((endpoint): Program => {
    const steps = endpoint.steps.map(stepModel)
    return { steps, bursts: burstsOf(steps) }
  })
  return { server, programs }
}

/** Above this load theory and simulation both need longer than anybody waits. */
const HIGHEST_LOAD = 0.98

function coreWait(
  { server, programs }: Station,
  rate: number,
  { summary }: Measured,
  reasons: readonly string[],
): ClosedForm[] {
  const queue = summary.components[server.id]?.ready_queue_len?.mean
  const all = programs.flatMap(({ bursts }) => bursts)
  if (queue === undefined || all.length === 0) return []
  const service = mean(all.map(({ first }) => first))
  const burstRate = (rate * all.length) / programs.length
  const cores = server.server_resources.cpu_cores
  const load = burstRate * service
  if (!(load < HIGHEST_LOAD * cores)) return []
  const law = all.every(({ law }) => law === 'M' && all[0]!.first === service)
    ? 'M'
    : all.every(({ first, law }) => law === 'D' && first === service)
      ? 'D'
      : 'G'
  const scv = law === 'M' ? 1 : law === 'D' ? 0 : mean(all.map(({ second }) => second())) / (service * service) - 1
  if (!Number.isFinite(scv)) return []
  return [
    {
      component: server.id,
      model: cores === 1 ? `M/${law}/1` : `M/${law}/c`,
      quantity: 'core_wait',
      theory: meanWait(law, cores, load, service, scv),
      simulated: queue / burstRate,
      reasons: [
        ...reasons,
        ...(programs.some(({ bursts }) => bursts.length > 1) ? ['a request comes to the cores more than once'] : []),
        ...(law === 'G' && cores > 1 ? ['for several cores and this law there is only an approximation'] : []),
        ...(server.server_resources.db_connection_pool !== null && programs.some(poolsBeforeCpu)
          ? ['the connection pool delays requests before they come to the cores']
          : []),
      ],
    },
  ]
}

/** Mean wait [s]; of M/G/c by Allen and Cunneen's approximation, exact for M/M/c and M/G/1. */
function meanWait(law: 'M' | 'D' | 'G', cores: number, load: number, service: number, scv: number): number {
  if (cores === 1) return mg1MeanWait(load, service, scv)
  if (law === 'D') return mdcMeanWait(cores, load, service)
  return (new MMc(cores, load, service).meanWait * (1 + scv)) / 2
}

/** A server that only waits for others holds as many requests as arrive while one sleeps, whatever the law. */
function asleep(
  { server, programs }: Station,
  rate: number,
  { summary, simulatedSeconds }: Measured,
  reasons: readonly string[],
): ClosedForm[] {
  const simulated = summary.components[server.id]?.event_loop_io_sleep?.mean
  const steps = programs.flatMap((program) => program.steps)
  const isPooled = server.server_resources.db_connection_pool !== null && steps.some((step) => step.usesConnection)
  if (simulated === undefined || isPooled || steps.some(({ mode }) => mode === 'hold')) return []
  const sleeps = steps.filter(({ mode }) => mode === 'sleep' || mode === 'spawn')
  const expected = sleeps.reduce((sum, { duration }) => sum + meanOf(duration), 0) / programs.length
  if (!(expected > 0) || !Number.isFinite(expected)) return []
  // Until the first ones wake up, fewer sleep than later on.
  const isShort = summary.warmUp.seconds < SETTLED * expected && simulatedSeconds < LONG * expected
  return [
    {
      component: server.id,
      model: 'M/G/∞',
      quantity: 'asleep',
      theory: rate * expected,
      simulated,
      reasons: [...reasons, ...(isShort ? ['the run is short for what sleeps so long'] : [])],
    },
  ]
}

/** Sleeps after which the number asleep has settled, and in a run of which its beginning no longer counts. */
const SETTLED = 5
const LONG = 50

/** What disturbs the arrivals at every server alike. */
function commonReasons({ rqs_input: { avg_active_users: users }, events }: Scenario): string[] {
  const isConstant = users.distribution === 'normal' && users.variance === 0
  return [
    ...(isConstant ? [] : ['the number of users, and so the arrival rate, changes from window to window']),
    ...((events ?? []).length > 0 ? ['events are injected'] : []),
  ]
}

/** Who sends to whom, and what that makes of the arrivals, which begin as a Poisson process. */
class Feeds {
  private readonly stationOf: ReadonlyMap<string, Station>

  constructor(
    private readonly graph: Scenario['topology_graph'],
    stations: readonly Station[],
  ) {
    this.stationOf = new Map(stations.map((station) => [station.server.id, station]))
  }

  /** What disturbs the arrivals at a node: whoever sends to it makes them more regular, or less. */
  reasons(id: string): string[] {
    const { edges, nodes } = this.graph
    const senders = edges.filter(({ target }) => target === id).map(({ source }) => source)
    const balancer = nodes.load_balancer?.id
    const isBalanced = senders.some((sender) => sender === balancer && this.targetsOf(sender) > 1)
    return [
      ...(isBalanced ? ['the load balancer decides when requests come'] : []),
      ...(senders.some((sender) => !this.sendsPoisson(sender)) ? ['the server before it shapes the arrivals'] : []),
    ]
  }

  /** Whether what a node sends on is a Poisson process, if one left the workload; of a balancer, all that it sends. */
  private sendsPoisson(id: string): boolean {
    const station = this.stationOf.get(id)
    if (station !== undefined && !keepsPoisson(station)) return false
    // Answers that come back to the client end there: they are not what it sends.
    return id === this.graph.nodes.client.id || this.reasons(id).length === 0
  }

  private targetsOf(id: string): number {
    return this.graph.edges.filter(({ source }) => source === id).length
  }
}

/** Burke's theorem: what leaves M/M/c, or a server without any queue, is a Poisson process again. */
function keepsPoisson({ server: { endpoints, server_resources: resources }, programs }: Station): boolean {
  const all = programs.flatMap(({ bursts }) => bursts)
  return (
    all.every(({ law, first }) => law === 'M' && first === all[0]!.first) &&
    programs.every(({ bursts }) => bursts.length <= 1) &&
    endpoints.every(({ steps }) => steps.every(({ kind }) => kind !== 'ram')) &&
    (resources.db_connection_pool === null ||
      endpoints.every(({ steps }) => steps.every(({ kind }) => kind !== 'io_db')))
  )
}

/** Memory that was short at times keeps requests from the cores. */
function memoryReasons({ id, endpoints, server_resources }: ServerSpec, { summary }: Measured): string[] {
  const largest = Math.max(0, ...endpoints.map(ramOf))
  const peak = summary.components[id]?.ram_in_use?.max ?? 0
  return largest > 0 && peak + largest > server_resources.ram_mb ? ['memory was short at times'] : []
}

function poolsBeforeCpu({ steps }: Program): boolean {
  const lastCpu = steps.findLastIndex(({ mode }) => mode === 'hold')
  return steps.slice(0, Math.max(0, lastCpu)).some(({ usesConnection }) => usesConnection)
}

function meanOf(duration: StepModel['duration']): number {
  return typeof duration === 'number' ? duration : duration.mean
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
