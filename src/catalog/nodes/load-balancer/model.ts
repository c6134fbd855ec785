import type { Network } from '../../../kernel/network/network'
import { Outcome } from '../../../kernel/network/outcome'
import type { Balancer, Link } from '../../../kernel/network/parts'
import type { RoutingPolicy, Target } from '../../../kernel/network/routingPolicy'

interface BalancedTarget extends Target {
  readonly index: number
  readonly link: Link
  outstanding: number
}

/**
 * Sends each request to one of its targets, as the policy chooses. No queue, no service time.
 * A request that finds no target in rotation fails at once.
 */
export class LoadBalancer implements Balancer {
  private readonly targets: BalancedTarget[] = []
  /** Targets that may be chosen, the one chosen longest ago first. */
  private readonly rotation: BalancedTarget[] = []

  constructor(
    private readonly network: Network,
    private readonly choose: RoutingPolicy,
  ) {}

  /** Adds a target at the end of the rotation and returns its index. */
  addTarget(link: Link): number {
    const target = { index: this.targets.length, link, outstanding: 0 }
    this.targets.push(target)
    this.rotation.push(target)
    return target.index
  }

  accept(slot: number): void {
    const { rotation } = this
    if (rotation.length === 0) {
      this.network.finish(slot, Outcome.NO_SERVER_UP)
      return
    }
    const position = this.choose(rotation)
    const target = rotation[position]!
    for (let i = position + 1; i < rotation.length; i++) rotation[i - 1] = rotation[i]!
    rotation[rotation.length - 1] = target
    target.outstanding++
    this.network.requests.balancedTo[slot] = target.index
    target.link.send(slot)
  }

  answered(target: number): void {
    this.targets[target]!.outstanding--
  }

  takeOut(target: number): void {
    const position = this.rotation.indexOf(this.targets[target]!)
    if (position >= 0) this.rotation.splice(position, 1)
  }

  putBack(target: number): void {
    this.rotation.push(this.targets[target]!)
  }
}
