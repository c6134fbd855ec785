import type { Link } from '../../../kernel/network/parts'
import type { Target } from '../../../kernel/network/routingPolicy'

/** Where a load balancer can send a request. */
export class BalancedTarget implements Target<BalancedTarget> {
  outstanding = 0
  next: BalancedTarget | undefined
  previous: BalancedTarget | undefined

  constructor(
    readonly index: number,
    readonly link: Link,
  ) {}
}

/** The targets that may be chosen, the one chosen longest ago first: a list linked both ways, so that any can leave in O(1). */
export class Rotation {
  first: BalancedTarget | undefined
  private last: BalancedTarget | undefined

  append(target: BalancedTarget): void {
    target.previous = this.last
    target.next = undefined
    if (this.last === undefined) this.first = target
    else this.last.next = target
    this.last = target
  }

  /** Only for a target that is in the rotation. */
  remove(target: BalancedTarget): void {
    const { previous, next } = target
    if (previous === undefined) this.first = next
    else previous.next = next
    if (next === undefined) this.last = previous
    else next.previous = previous
  }
}
