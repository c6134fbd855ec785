import { invariant } from '../../../base/assert'
import { Container } from '../../../kernel/des/container'
import { Priority } from '../../../kernel/des/priority'
import { Resource } from '../../../kernel/des/resource'
import type { Simulation, Station } from '../../../kernel/des/simulation'
import type { Gauge } from '../../../kernel/network/gauge'
import type { ModelContext, Tally } from '../../../kernel/network/modelContext'
import type { Network, Verifiable } from '../../../kernel/network/network'
import type { Link, Receiver } from '../../../kernel/network/parts'
import { Phase } from '../../../kernel/network/phase'
import type { Requests } from '../../../kernel/network/requests'
import type { StepModel } from '../../../kernel/network/stepModel'
import type { DemandDraws, ServerDraws } from '../../../kernel/random/draws'
import type { ServerSpec } from './spec'

const RAM_GRANTED = 0
const CORE_GRANTED = 1
const CONNECTION_GRANTED = 2
const HOLD_DONE = 3
const SLEEP_DONE = 4
const BACKGROUND_DONE = 5

/** What a server shows of itself at any time: requests, cores, connections or memory [MB]. */
export const serverGauges = [
  'ready_queue_len',
  'event_loop_io_sleep',
  'ram_in_use',
  'ram_queue_len',
  'cpu_in_use',
  'db_pool_pending',
  'db_pool_in_use',
  'inflight',
] as const
type ServerGauge = (typeof serverGauges)[number]

interface EndpointModel {
  /** Index of its first step in the server's program. */
  readonly entry: number
  /** Memory of one request: the sum over all its steps [MB]. */
  readonly ramMb: number
  /** Time from arrival to answer. */
  readonly time: Tally
}

/** A step in the program of a server. */
interface ProgramStep extends StepModel {
  /** Its duration where it is always the same [s]. */
  readonly constant: number
  /** Where its duration comes from otherwise. */
  readonly draws: DemandDraws | undefined
}

/**
 * An asynchronous server. RAM comes first: a request takes all it needs on entry and keeps it until
 * its answer. A CPU step holds a core and consecutive CPU steps keep it; an I/O step gives it back
 * and sleeps in the event loop. Cores, RAM and database connections are granted first come, first served.
 *
 * A released unit belongs to the next waiter at once, but the waiter goes on only when the request
 * that released it has finished its own work of that instant (an event at the same time).
 */
export class Server implements Receiver, Station, Verifiable {
  /** Where answers go; set when the network is wired. */
  out!: Link
  readonly gaugeOf: Readonly<Record<ServerGauge, Gauge>>
  /** Where the simulation keeps it. */
  readonly address: number
  /** Requests that have come here so far, and those that were answered. */
  arrivals = 0
  answers = 0
  /** Background tasks that have not ended yet. */
  backgroundTasks = 0

  private readonly network: Network
  private readonly simulation: Simulation
  private readonly requests: Requests
  private readonly draws: ServerDraws
  private readonly endpoints: readonly EndpointModel[]
  /** The steps of all endpoints one after the other; undefined is the end of an endpoint. */
  private readonly program: readonly (ProgramStep | undefined)[]
  private readonly cores: Resource
  private readonly connections: Resource
  private readonly ram: Container
  private readonly cpuWait: Tally
  private readonly cpuService: Tally
  private readonly readyQueue: Gauge
  private readonly ioSleep: Gauge
  private readonly ramInUse: Gauge
  private readonly ramQueue: Gauge
  private readonly coresInUse: Gauge
  private readonly poolQueue: Gauge
  private readonly poolInUse: Gauge
  private readonly inSystem: Gauge

  constructor(context: ModelContext, spec: ServerSpec, endpointSteps: readonly (readonly StepModel[])[]) {
    const { cpu_cores, ram_mb, db_connection_pool } = spec.server_resources
    const { network, draws } = context
    const { gauges } = network
    this.network = network
    this.simulation = network.simulation
    this.requests = network.requests
    this.address = network.simulation.register(this, spec.id)
    this.draws = draws.server(spec.id)
    this.program = endpointSteps.flatMap((steps, endpoint) => [
      ...steps.map((step, i): ProgramStep => {
        const { duration } = step
        return typeof duration === 'number'
          ? { ...step, constant: duration, draws: undefined }
          : { ...step, constant: 0, draws: draws.demand(spec.id, spec.endpoints[endpoint]!.endpoint_name, i, duration) }
      }),
      undefined,
    ])
    let entry = 0
    this.endpoints = endpointSteps.map((steps, index) => {
      const endpoint = {
        entry,
        ramMb: steps.reduce((sum, step) => sum + step.ramMb, 0),
        time: context.endpointTally(spec.id, spec.endpoints[index]!.endpoint_name),
      }
      entry += steps.length + 1
      return endpoint
    })
    this.cores = new Resource(cpu_cores, `cores of ${spec.id}`)
    this.connections = new Resource(db_connection_pool ?? Number.POSITIVE_INFINITY, `DB connections of ${spec.id}`)
    this.ram = new Container(ram_mb, (slot) => this.ramOf(slot), `RAM of ${spec.id}`)
    this.cpuWait = context.tally(spec.id, 'cpu_wait')
    this.cpuService = context.tally(spec.id, 'cpu_service')
    this.readyQueue = gauges.create()
    this.ioSleep = gauges.create()
    this.ramInUse = gauges.create()
    this.ramQueue = gauges.create()
    this.coresInUse = gauges.create()
    this.poolQueue = gauges.create()
    this.poolInUse = gauges.create()
    this.inSystem = gauges.create()
    this.gaugeOf = {
      ready_queue_len: this.readyQueue,
      event_loop_io_sleep: this.ioSleep,
      ram_in_use: this.ramInUse,
      ram_queue_len: this.ramQueue,
      cpu_in_use: this.coresInUse,
      db_pool_pending: this.poolQueue,
      db_pool_in_use: this.poolInUse,
      inflight: this.inSystem,
    }
    network.watch(this)
  }

  accept(slot: number): void {
    const { requests } = this
    this.arrivals++
    this.inSystem.add(1)
    requests.arrived[slot] = this.simulation.now
    const index = this.draws.endpoint(requests.ordinal[slot]!, this.endpoints.length)
    const endpoint = this.endpoints[index]!
    requests.server[slot] = this.address
    requests.endpoint[slot] = index
    requests.step[slot] = endpoint.entry
    if (endpoint.ramMb === 0) this.proceed(slot)
    else if (this.ram.request(slot)) this.startWithRam(slot)
    else {
      this.ramQueue.add(1)
      this.enter(slot, Phase.RAM_WAIT)
    }
  }

  on(signal: number, slot: number): void {
    switch (signal) {
      case RAM_GRANTED:
        this.ramQueue.add(-1)
        this.startWithRam(slot)
        break
      case CORE_GRANTED:
        this.readyQueue.add(-1)
        this.cpuWait.add(this.timeInPhase(slot))
        this.enter(slot, Phase.CPU)
        this.schedule(this.durationOf(this.stepOf(slot)!, slot), HOLD_DONE, slot)
        break
      case CONNECTION_GRANTED:
        this.poolQueue.add(-1)
        this.sleep(slot, this.stepOf(slot)!)
        break
      case HOLD_DONE:
        this.requests.step[slot]!++
        this.proceed(slot)
        break
      case SLEEP_DONE:
        if (this.stepOf(slot)!.usesConnection) this.handOver(this.connections, this.poolInUse, CONNECTION_GRANTED)
        this.requests.step[slot]!++
        this.proceed(slot)
        break
      case BACKGROUND_DONE:
        this.endTask()
        break
    }
  }

  /** Requests in the queue for each resource, and those asleep in I/O; background tasks count by themselves. */
  occupants(): Readonly<Record<'cpu' | 'ram' | 'db_pool' | 'io' | 'background', number>> {
    const { backgroundTasks: background } = this
    const pooled = this.connections.queueLength
    return {
      cpu: this.cores.queueLength,
      ram: this.ram.queueLength,
      db_pool: pooled,
      io: this.ioSleep.value - pooled - background,
      background,
    }
  }

  verify(): void {
    this.cores.verify()
    this.connections.verify()
    this.ram.verify()
    const held = this.ramInUse.value
    // A granted demand shows in the gauge when its request goes on, an event later.
    invariant(
      held <= this.ram.inUse + 1e-6 * (1 + this.ram.inUse),
      `RAM gauge at ${held} MB, ${this.ram.inUse} MB held`,
    )
  }

  private startWithRam(slot: number): void {
    this.ramInUse.add(this.ramOf(slot))
    this.proceed(slot)
  }

  /** Runs steps from the present one on, until one takes time or none is left. */
  private proceed(slot: number): void {
    for (let step = this.stepOf(slot); step !== undefined; step = this.nextStep(slot)) {
      if (step.cost > 0) this.network.probe.spent(step.cost)
      if (step.mode === 'hold') {
        this.startHold(slot, step)
        return
      }
      if (step.mode === 'sleep') {
        this.startSleep(slot, step)
        return
      }
      if (step.mode === 'spawn') this.startTask(slot, step)
    }
    this.answer(slot)
  }

  private startHold(slot: number, step: ProgramStep): void {
    if (this.requests.phase[slot] !== Phase.CPU) {
      this.wake(slot)
      if (!this.cores.request(slot)) {
        this.readyQueue.add(1)
        this.enter(slot, Phase.CPU_WAIT)
        return
      }
      this.coresInUse.add(1)
      this.cpuWait.add(0)
      this.enter(slot, Phase.CPU)
    }
    this.schedule(this.durationOf(step, slot), HOLD_DONE, slot)
  }

  private startSleep(slot: number, step: ProgramStep): void {
    this.giveCoreBack(slot)
    if (!this.isAsleep(slot)) this.ioSleep.add(1)
    if (!step.usesConnection) this.sleep(slot, step)
    else if (this.connections.request(slot)) {
      this.poolInUse.add(1)
      this.sleep(slot, step)
    } else {
      this.poolQueue.add(1)
      this.enter(slot, Phase.POOL_WAIT)
    }
  }

  private startTask(slot: number, step: ProgramStep): void {
    this.backgroundTasks++
    this.ioSleep.add(1)
    this.schedule(this.durationOf(step, slot), BACKGROUND_DONE, slot)
  }

  private endTask(): void {
    this.backgroundTasks--
    this.ioSleep.add(-1)
  }

  private sleep(slot: number, step: ProgramStep): void {
    this.enter(slot, step.phase)
    this.schedule(this.durationOf(step, slot), SLEEP_DONE, slot)
  }

  private answer(slot: number): void {
    this.giveCoreBack(slot)
    this.wake(slot)
    this.giveRamBack(this.ramOf(slot))
    this.enter(slot, Phase.NETWORK)
    this.answers++
    this.inSystem.add(-1)
    this.endpoints[this.requests.endpoint[slot]!]!.time.add(this.simulation.now - this.requests.arrived[slot]!)
    this.network.answered(slot)
    this.out.send(slot)
  }

  private wake(slot: number): void {
    if (this.isAsleep(slot)) this.ioSleep.add(-1)
  }

  private isAsleep(slot: number): boolean {
    return this.requests.phase[slot]! >= Phase.POOL_WAIT
  }

  private giveCoreBack(slot: number): void {
    if (this.requests.phase[slot] !== Phase.CPU) return
    this.cpuService.add(this.timeInPhase(slot))
    this.handOver(this.cores, this.coresInUse, CORE_GRANTED)
  }

  private giveRamBack(amount: number): void {
    if (amount === 0) return
    this.ram.release(amount)
    // With nobody left nothing is in use, so fractions leave no residue.
    this.ramInUse.add(this.ram.inUse === 0 ? -this.ramInUse.value : -amount)
    for (let next = this.ram.grantNext(); next !== -1; next = this.ram.grantNext()) this.schedule(0, RAM_GRANTED, next)
  }

  /** Releases a unit; the waiter that gets it goes on after the present event. */
  private handOver(resource: Resource, inUse: Gauge, signal: number): void {
    const next = resource.release()
    if (next === -1) inUse.add(-1)
    else this.schedule(0, signal, next)
  }

  /** How long the request has been doing what it does [s]. */
  private timeInPhase(slot: number): number {
    return this.simulation.now - this.requests.since[slot]!
  }

  private schedule(delay: number, signal: number, slot: number): void {
    this.simulation.schedule(delay, Priority.COMPLETION, this.address, signal, slot)
  }

  private enter(slot: number, phase: number): void {
    this.requests.enter(slot, phase)
  }

  /** What the step takes the request [s]. */
  private durationOf(step: ProgramStep, slot: number): number {
    return step.draws === undefined ? step.constant : step.draws.of(this.requests.ordinal[slot]!)
  }

  /** Memory of the request's endpoint [MB]. */
  private ramOf(slot: number): number {
    return this.endpoints[this.requests.endpoint[slot]!]!.ramMb
  }

  /** The step at which the request is; undefined behind the last one. */
  private stepOf(slot: number): ProgramStep | undefined {
    return this.program[this.requests.step[slot]!]
  }

  private nextStep(slot: number): ProgramStep | undefined {
    this.requests.step[slot]!++
    return this.stepOf(slot)
  }
}
