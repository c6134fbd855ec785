import { invariant } from '../../base/assert'
import { Simulation } from '../des/simulation'
import { Gauges } from './gauges'
import type { Balancer } from './parts'
import { Phase } from './phase'
import type { Probe } from './probe'
import { NO_TARGET, Requests } from './requests'

/** Checks itself against its promises. */
export interface Verifiable {
  verify(): void
}

/** What all parts of one run share: time, the requests, the gauges, and the way out of the system. */
export class Network {
  readonly simulation = new Simulation()
  readonly requests = new Requests(this.simulation)
  readonly gauges = new Gauges(this.simulation)
  /** The load balancer, if there is one; it wants to know when a request of its own has ended. */
  balancer: Balancer | undefined

  private ended = 0
  private readonly verifiables: Verifiable[] = []

  constructor(readonly probe: Probe) {}

  /** Makes a part take part in {@link verify}. */
  watch(part: Verifiable): void {
    this.verifiables.push(part)
  }

  /** Ends a request; its slot is free from now on. */
  finish(slot: number, outcome: number): void {
    const { requests } = this
    this.answered(slot)
    this.ended++
    requests.enter(slot, Phase.NETWORK)
    this.probe.ended(requests, slot, this.simulation.now, outcome)
    requests.release(slot)
  }

  /** The request has left the target that a load balancer sent it to. */
  answered(slot: number): void {
    const target = this.requests.balancedTo[slot]!
    if (target === NO_TARGET) return
    this.requests.balancedTo[slot] = NO_TARGET
    this.balancer!.answered(target)
  }

  /** Throws if a promise is broken: every request generated has ended or is in flight, no capacity is exceeded. */
  verify(): void {
    const { generated, inFlight } = this.requests
    invariant(
      generated === this.ended + inFlight,
      `${generated} requests generated, but ${this.ended} ended and ${inFlight} in flight at t=${this.simulation.now}s`,
    )
    this.gauges.verify()
    for (const part of this.verifiables) part.verify()
  }
}
