import { Priority } from '../../kernel/des/priority'
import type { Station } from '../../kernel/des/simulation'
import type { Network } from '../../kernel/network/network'
import type { Link } from '../../kernel/network/parts'

const START = 0
const END = 1

/** An injected event with its target resolved. */
export type Injection =
  | {
      readonly kind: 'network_spike'
      readonly start: number
      readonly end: number
      readonly link: Link
      readonly seconds: number
    }
  /** `target` is the server's index among the balancer's targets; undefined when no balancer sends to it. */
  | {
      readonly kind: 'server_outage'
      readonly start: number
      readonly end: number
      readonly target: number | undefined
    }

/** Lets the injected events happen. At one instant ends come before starts, then the order given counts. */
export class InjectionTimeline implements Station {
  constructor(
    private readonly network: Network,
    private readonly injections: readonly Injection[],
  ) {
    const address = network.simulation.register(this, 'injected events')
    injections.forEach((injection, index) => {
      network.simulation.scheduleAt(injection.start, Priority.FAULT_START, address, START, index)
      network.simulation.scheduleAt(injection.end, Priority.FAULT_END, address, END, index)
    })
  }

  on(signal: number, index: number): void {
    const injection = this.injections[index]!
    if (injection.kind === 'network_spike') {
      if (signal === START) injection.link.addSpike(index, injection.seconds)
      else injection.link.endSpike(index)
      return
    }
    // An outage changes the balancer's rotation alone: work inside the server goes on.
    if (injection.target === undefined) return
    if (signal === START) this.network.balancer!.takeOut(injection.target)
    else this.network.balancer!.putBack(injection.target)
  }
}
