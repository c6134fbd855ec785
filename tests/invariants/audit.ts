import { ensureExists } from '../../src/base/assert'
import type { Scenario } from '../../src/catalog/specs'
import { Run } from '../../src/engine/run'
import type { RunResult } from '../../src/engine/runResult'
import type { EventObserver } from '../../src/kernel/des/simulation'
import type { Gauge } from '../../src/kernel/network/gauge'
import { PHASES } from '../../src/kernel/network/phase'
import type { DrawSource } from '../../src/kernel/random/draws'
import { type EventName, eventNames } from '../fixtures/eventNames'
import { fail, isClose } from './check'
import { Demands } from './demands'
import { Ledger } from './ledger'
import { ServerBooks } from './serverBooks'
import { type Stay, type Traveller, Whereabouts, type Witness } from './whereabouts'

/** What a run says, and what an audit of it has counted. */
export interface AuditedRun {
  readonly run: Run
  readonly result: RunResult
  readonly audit: Audit
}

/** Runs a scenario under audit; throws as soon as a promise is broken. `draws` gives equal draws each time. */
export function auditRun(scenario: Scenario, draws: () => DrawSource): AuditedRun {
  const run = new Run({ scenario, scenarioName: 'audited', seed: 0, appVersion: 'test', draws: draws() })
  const audit = new Audit(scenario, run, new Demands(scenario, draws()))
  run.advance(Number.POSITIVE_INFINITY)
  audit.close()
  return { run, result: run.finish(0), audit }
}

interface AuditedGauge {
  readonly name: string
  readonly gauge: Gauge
  readonly ledger: Ledger
  /** Counts units that belong to a waiter from the moment of release, before it goes on: true only at rest. */
  readonly isHandedOver: boolean
}

const handedOver: ReadonlySet<string> = new Set(['cpu_in_use', 'db_pool_in_use'])

/** Keeps books of its own while a run goes on, event by event, and compares. */
class Audit implements EventObserver, Witness {
  readonly servers = new Map<string, ServerBooks>()
  /** Requests by how they ended, as an `Outcome`. */
  readonly outcomes = new Map<number, number>()
  /** What each gauge stood at, at the ticks of the sampling clock; by `metric of component`. */
  readonly samples = new Map<string, number[]>()
  readonly whereabouts: Whereabouts
  private readonly edges = new Map<string, Ledger>()
  readonly gauges: readonly AuditedGauge[]
  private readonly nameOf: ReturnType<typeof eventNames>
  private readonly period: number
  private nextTick: number
  private now = 0
  private event: EventName = { component: '', what: '', request: 0 }
  private isOver = false
  private ended = 0
  /** ∫ requests in flight dt, and Σ of their times in the system [s]. */
  private presence = 0
  private timesInSystem = 0

  constructor(
    scenario: Scenario,
    private readonly run: Run,
    readonly demands: Demands,
  ) {
    this.whereabouts = new Whereabouts(scenario, run.network.requests, this)
    this.nameOf = eventNames(scenario, run)
    this.period = scenario.sim_settings.sample_period_s
    const { enabled_sample_metrics: sampled } = scenario.sim_settings
    this.nextTick = sampled.length > 0 ? this.period : Number.POSITIVE_INFINITY
    for (const { id } of scenario.topology_graph.edges) this.edges.set(id, new Ledger())
    for (const spec of scenario.topology_graph.nodes.servers) this.servers.set(spec.id, new ServerBooks(spec))
    // biome-ignore lint/complexity/useLiteralKeys: the brackets reach a private member
    const gauges = run['assembled'].gauges.filter(({ metric }) => metric !== 'cpu_utilization')
    this.gauges = gauges.map(({ metric, component, gauge }) => {
      const name = `${metric} of ${component}`
      this.samples.set(name, [])
      return { name, gauge, ledger: this.ledgerOf(metric, component), isHandedOver: handedOver.has(metric) }
    })
    this.watchEnds()
    run.network.simulation.observe(this)
  }

  before(station: number, signal: number, slot: number): void {
    const { now } = this.run.network.simulation
    if (now < this.now) fail(`time goes back from ${this.now} to ${now} s`)
    if (now > this.now) this.passTime(now)
    this.event = this.nameOf(station, signal, slot)
    this.isOver = false
  }

  after(): void {
    const { event, now } = this
    if (event.what === 'background task done') this.servers.get(event.component)!.backgroundDone(now)
    this.whereabouts.follow(event, this.isOver, now)
    this.run.network.verify()
    this.compareRequests()
    this.compareGauges()
  }

  moved(traveller: Traveller, from: Stay | undefined, to: Stay | undefined): void {
    const { now } = this
    for (const id of new Set([from?.place, to?.place])) this.servers.get(id ?? '')?.moved(traveller, from, to, now)
    if (from) this.edges.get(from.place)?.leave(now)
    if (to) this.edges.get(to.place)?.enter(now)
  }

  spawned(server: string): void {
    this.servers.get(server)!.spawned(this.now)
  }

  /** Compares what can be compared only at the end: integrals, by Little's law, of every queue and of the whole system. */
  close(): void {
    const { simulation, requests } = this.run.network
    const { now } = simulation
    this.passTime(now)
    for (const { name, gauge, ledger } of this.gauges) {
      const [integral, stays] = [gauge.integral(now), ledger.staysUntil(now)]
      if (!isClose(integral, stays))
        fail(`Little's law: the integral of ${name} is ${integral}, but its stays add up to ${stays}`)
    }
    for (const { slot } of this.whereabouts.travellers.values()) this.timesInSystem += now - requests.born[slot]!
    if (!isClose(this.presence, this.timesInSystem))
      fail(`Little's law: ∫N dt is ${this.presence}, but requests were there for ${this.timesInSystem} s`)
  }

  private ledgerOf(metric: string, component: string): Ledger {
    const server = this.servers.get(component)
    if (server === undefined) return this.edges.get(component)!
    return ensureExists(server.byGauge[metric], `books of ${metric}`)
  }

  /** The state that an instant leaves behind lasts until the next event. */
  private passTime(next: number): void {
    for (const server of this.servers.values()) server.checkAtRest()
    for (const gauge of this.gauges) this.compareGauge(gauge)
    for (; this.nextTick < next; this.nextTick += this.period) {
      for (const { name, ledger } of this.gauges) this.samples.get(name)!.push(ledger.value)
    }
    this.presence += this.run.network.requests.inFlight * (next - this.now)
    this.now = next
  }

  private compareRequests(): void {
    const { requests } = this.run.network
    const { travellers } = this.whereabouts
    if (requests.generated !== this.ended + travellers.size || requests.inFlight !== travellers.size)
      fail(
        `${requests.generated} generated, ${this.ended} ended, ${requests.inFlight} in flight, ${travellers.size} somewhere`,
      )
    for (const { ordinal, slot, stay } of travellers.values()) {
      if (requests.ordinal[slot] !== ordinal || requests.phase[slot] !== stay!.phase)
        fail(`request ${ordinal} was changed by an event of request ${this.event.request}`)
    }
  }

  private compareGauges(): void {
    for (const gauge of this.gauges) if (!gauge.isHandedOver) this.compareGauge(gauge)
  }

  private compareGauge({ name, gauge, ledger }: AuditedGauge): void {
    const { value } = gauge
    if (!isClose(value, ledger.value))
      fail(`${name} stands at ${value}, but ${ledger.value} were counted at ${this.now} s`)
  }

  /** Listens to the kernel's announcements that a request has ended, and checks where its time went. */
  private watchEnds(): void {
    const { probe } = this.run.network
    const ended = probe.ended.bind(probe)
    probe.ended = (requests, slot, now, outcome) => {
      const ordinal = requests.ordinal[slot]!
      if (this.isOver || ordinal !== this.event.request)
        fail(`request ${ordinal} ended in an event of ${this.event.request}`)
      this.isOver = true
      this.ended++
      this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1)
      const latency = now - requests.born[slot]!
      this.timesInSystem += latency
      const times = requests.phaseTimes.subarray(slot * PHASES, (slot + 1) * PHASES)
      const sum = times.reduce((total, time) => total + time, 0)
      if (!isClose(sum, latency)) fail(`phases of request ${ordinal} add up to ${sum} s, its latency is ${latency} s`)
      this.demands.compare(ordinal, this.whereabouts.travellers.get(ordinal)?.visits ?? [], times)
      ended(requests, slot, now, outcome)
    }
  }
}
