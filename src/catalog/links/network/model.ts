import { Priority } from '../../../kernel/des/priority'
import type { Simulation, Station } from '../../../kernel/des/simulation'
import type { Gauge } from '../../../kernel/network/gauge'
import type { ModelContext } from '../../../kernel/network/modelContext'
import type { Network } from '../../../kernel/network/network'
import { Outcome } from '../../../kernel/network/outcome'
import type { Link, Receiver } from '../../../kernel/network/parts'
import type { Requests } from '../../../kernel/network/requests'
import type { Distribution } from '../../../kernel/random/distributions/distribution'
import type { LinkDraws } from '../../../kernel/random/draws'
import type { NetworkLinkSpec } from './spec'

const DELIVERY = 0

/**
 * A network link: loses a request with the dropout rate, else delivers it after a random latency.
 * No capacity and no order: requests overtake each other. A spike counts at the time of sending.
 */
export class NetworkLink implements Link, Station {
  readonly id: string
  /** Requests on their way. */
  readonly concurrency: Gauge
  /** Requests sent so far, lost ones included. */
  sent = 0
  /** Time that all those take or took which were not lost [s]. */
  travelTime = 0
  /** Where requests go; set when the network is wired. */
  target!: Receiver

  private readonly network: Network
  private readonly simulation: Simulation
  private readonly requests: Requests
  private readonly address: number
  private readonly draws: LinkDraws
  private readonly spikes = new Map<number, number>()
  /** Latency added to requests sent now [s]. */
  private spike = 0

  /** @param index place of the link in the scenario, which names its outcome */
  constructor(
    { network, draws }: ModelContext,
    spec: NetworkLinkSpec,
    latency: Distribution,
    private readonly index: number,
  ) {
    this.id = spec.id
    this.network = network
    this.simulation = network.simulation
    this.requests = network.requests
    this.address = network.simulation.register(this, spec.id)
    this.concurrency = network.gauges.create()
    this.draws = draws.link(spec.id, spec.dropout_rate, latency)
  }

  send(slot: number): void {
    const { simulation, requests } = this
    this.sent++
    if (this.draws.isLost(requests.ordinal[slot]!)) {
      this.network.finish(slot, Outcome.FIRST_LINK + this.index)
      return
    }
    this.concurrency.add(1)
    const latency = this.draws.latency() + this.spike
    this.travelTime += latency
    simulation.schedule(latency, Priority.ARRIVAL, this.address, DELIVERY, slot)
  }

  on(_signal: number, slot: number): void {
    this.concurrency.add(-1)
    this.requests.hops[slot]!++
    this.target.accept(slot)
  }

  addSpike(event: number, seconds: number): void {
    this.spikes.set(event, seconds)
    this.sumSpikes()
  }

  endSpike(event: number): void {
    this.spikes.delete(event)
    this.sumSpikes()
  }

  /** Summed afresh, so that nothing is left of a spike that has ended. */
  private sumSpikes(): void {
    this.spike = 0
    for (const seconds of this.spikes.values()) this.spike += seconds
  }
}
