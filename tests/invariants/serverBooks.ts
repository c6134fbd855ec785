import type { ServerSpec } from '../../src/catalog/specs'
import { Phase } from '../../src/kernel/network/phase'
import { fail } from './check'
import { Ledger } from './ledger'
import type { Stay, Traveller } from './whereabouts'

/** Fractions of a megabyte do not add up exactly. */
const RAM_TOLERANCE = 1e-9

/** What an audit counts of one server. */
export class ServerBooks {
  readonly ready = new Ledger()
  readonly asleep = new Ledger()
  readonly ram = new Ledger()
  readonly busyCores = new Ledger()
  readonly busyConnections = new Ledger()
  private readonly present = new Ledger()
  private readonly ramQueue = new Ledger()
  private readonly connectionQueue = new Ledger()
  /** The books by the gauges that they are compared with. */
  readonly byGauge: Readonly<Record<string, Ledger>> = {
    inflight: this.present,
    ram_queue_len: this.ramQueue,
    ram_in_use: this.ram,
    ready_queue_len: this.ready,
    cpu_in_use: this.busyCores,
    event_loop_io_sleep: this.asleep,
    db_pool_pending: this.connectionQueue,
    db_pool_in_use: this.busyConnections,
  }
  /** Who waits for memory, for a core, for a connection, in the order of coming. */
  private readonly needRam: Traveller[] = []
  private readonly needCore: Traveller[] = []
  private readonly needConnection: Traveller[] = []
  private readonly queues: ReadonlyMap<number, Traveller[]> = new Map([
    [Phase.RAM_WAIT, this.needRam],
    [Phase.CPU_WAIT, this.needCore],
    [Phase.POOL_WAIT, this.needConnection],
  ])
  private readonly ramHolders = new Set<number>()

  constructor(private readonly spec: ServerSpec) {}

  moved(traveller: Traveller, from: Stay | undefined, to: Stay | undefined, now: number): void {
    const { id } = this.spec
    const [before, after] = [from, to].map((stay) => (stay?.place === id ? stay.phase : undefined))
    const isHere = (phase: number | undefined) => phase !== undefined && phase !== Phase.NETWORK
    if (isHere(before) && !isHere(after)) this.present.leave(now)
    if (isHere(after) && !isHere(before)) this.present.enter(now)
    if (before !== undefined) this.leave(traveller, before, now)
    if (after !== undefined) this.enter(traveller, after, now)
    const isGranted = [Phase.RAM_WAIT, Phase.CPU_WAIT, Phase.POOL_WAIT].some((phase) => phase === before)
    if (!isGranted) this.checkPatience(traveller, before, after)
    const holds = this.ramHolders.has(traveller.ordinal)
    const shouldHold = to?.place === id && to.phase !== Phase.RAM_WAIT
    if (!holds && shouldHold) {
      this.ramHolders.add(traveller.ordinal)
      this.ram.enter(now, ramOf(traveller))
    } else if (holds && !shouldHold) {
      this.ramHolders.delete(traveller.ordinal)
      this.ram.leave(now, ramOf(traveller))
    }
  }

  spawned(now: number): void {
    this.asleep.enter(now)
  }

  backgroundDone(now: number): void {
    this.asleep.leave(now)
  }

  /** Holds whenever time goes on: no capacity is exceeded, and nobody waits beside what is free. */
  checkAtRest(): void {
    const { needRam, needCore, needConnection } = this
    const { id, server_resources } = this.spec
    const { cpu_cores: cores, ram_mb: ram, db_connection_pool: connections } = server_resources
    const limit = connections ?? Number.POSITIVE_INFINITY
    const busy = this.busyCores.value
    if (busy > cores) fail(`${busy} of ${cores} cores of ${id} in use`)
    if (needCore.length > 0 && busy < cores) fail(`${needCore.length} wait for a free core of ${id}`)
    const open = this.busyConnections.value
    if (open > limit) fail(`${open} of ${limit} connections of ${id} in use`)
    if (needConnection.length > 0 && open < limit) fail(`${needConnection.length} wait for a free connection of ${id}`)
    const held = this.ram.value
    if (held > ram * (1 + RAM_TOLERANCE)) fail(`${held} of ${ram} MB of ${id} in use`)
    const wanted = needRam[0] && ramOf(needRam[0])
    if (wanted !== undefined && held + wanted <= ram * (1 + RAM_TOLERANCE))
      fail(`${wanted} MB of ${id} are waited for, with ${held} of ${ram} MB in use`)
  }

  /**
   * What others wait for is not given to a request that did not wait, which has been entered into the books of what it
   * does now. Within an instant some still stand in a queue to whom a unit was handed over: they, too, must find theirs.
   */
  private checkPatience(traveller: Traveller, before: number | undefined, after: number | undefined): void {
    const { needRam, needCore, needConnection } = this
    const { cpu_cores: cores, ram_mb: ram, db_connection_pool: connections } = this.spec.server_resources
    const comesPast =
      (before === undefined &&
        after !== undefined &&
        after !== Phase.RAM_WAIT &&
        needRam.length > 0 &&
        ramOf(traveller) > 0 &&
        [...needRam, traveller].reduce((sum, one) => sum + ramOf(one), this.ram.value) > ram * (1 + RAM_TOLERANCE)) ||
      (before !== Phase.CPU &&
        after === Phase.CPU &&
        needCore.length > 0 &&
        this.busyCores.value + needCore.length > cores) ||
      (after === Phase.IO_DB &&
        needConnection.length > 0 &&
        this.busyConnections.value + needConnection.length > (connections ?? Number.POSITIVE_INFINITY))
    if (comesPast) fail(`request ${traveller.ordinal} came past a queue of ${this.spec.id}`)
  }

  private enter(traveller: Traveller, phase: number, now: number): void {
    this.queues.get(phase)?.push(traveller)
    for (const book of this.booksOf(phase)) book.enter(now)
  }

  private leave(traveller: Traveller, phase: number, now: number): void {
    const queue = this.queues.get(phase)
    const first = queue?.shift()
    if (first !== undefined && first !== traveller)
      fail(`request ${traveller.ordinal} overtook ${first.ordinal} in a queue of ${this.spec.id}`)
    for (const book of this.booksOf(phase)) book.leave(now)
  }

  private booksOf(phase: number): readonly Ledger[] {
    if (phase === Phase.RAM_WAIT) return [this.ramQueue]
    if (phase === Phase.POOL_WAIT) return [this.asleep, this.connectionQueue]
    if (phase === Phase.CPU_WAIT) return [this.ready]
    if (phase === Phase.CPU) return [this.busyCores]
    return phase === Phase.IO_DB ? [this.asleep, this.busyConnections] : [this.asleep]
  }
}

/** Memory that the request holds at the server where it came last [MB]. */
function ramOf({ visits }: Traveller): number {
  const { steps } = visits.at(-1)!.endpoint
  return steps.reduce((sum, step) => sum + (step.kind === 'ram' ? step.step_operation.necessary_ram : 0), 0)
}
