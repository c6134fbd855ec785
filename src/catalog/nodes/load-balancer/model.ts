import type { Network } from '../../../kernel/network/network'
import { Outcome } from '../../../kernel/network/outcome'
import type { Balancer, Link } from '../../../kernel/network/parts'
import type { RoutingPolicy } from '../../../kernel/network/routingPolicy'
import { BalancedTarget, Rotation } from './rotation'

/**
 * Sends each request to one of its targets, as the policy chooses. No queue, no service time.
 * A request that finds no target in rotation fails at once.
 */
export class LoadBalancer implements Balancer {
  private readonly targets: BalancedTarget[] = []
  private readonly rotation = new Rotation()

  constructor(
    private readonly network: Network,
    private readonly choose: RoutingPolicy,
  ) {}

  /** Adds a target at the end of the rotation and returns its index. */
  addTarget(link: Link): number {
    const target = new BalancedTarget(this.targets.length, link)
    this.targets.push(target)
    this.rotation.append(target)
    return target.index
  }

  accept(slot: number): void {
    const { first } = this.rotation
    if (first === undefined) {
      this.network.finish(slot, Outcome.NO_SERVER_UP)
      return
    }
    const target = this.choose(first)
    this.rotation.remove(target)
    this.rotation.append(target)
    target.outstanding++
    this.network.requests.balancedTo[slot] = target.index
    target.link.send(slot)
  }

  answered(target: number): void {
    this.targets[target]!.outstanding--
  }

  takeOut(target: number): void {
    this.rotation.remove(this.targets[target]!)
  }

  putBack(target: number): void {
    this.rotation.append(this.targets[target]!)
  }
}
