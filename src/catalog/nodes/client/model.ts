import type { Network } from '../../../kernel/network/network'
import { Outcome } from '../../../kernel/network/outcome'
import type { Link, Receiver } from '../../../kernel/network/parts'

/**
 * The client. A request that comes straight from the workload is forwarded; one that has travelled
 * further is an answer, and complete.
 */
export class Client implements Receiver {
  /** Where fresh requests go; set when the network is wired. */
  out!: Link

  constructor(private readonly network: Network) {}

  accept(slot: number): void {
    if (this.network.requests.hops[slot] === 1) this.out.send(slot)
    else this.network.finish(slot, Outcome.COMPLETED)
  }
}
