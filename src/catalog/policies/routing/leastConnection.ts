import type { RoutingPolicy } from '../../../kernel/network/routingPolicy'

/** The target with the fewest requests outstanding; among equals the one chosen longest ago. */
export const leastConnection: RoutingPolicy = (first) => {
  let least = first
  for (let target = first.next; target !== undefined; target = target.next) {
    if (target.outstanding < least.outstanding) least = target
  }
  return least
}
