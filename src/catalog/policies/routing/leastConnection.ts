import type { RoutingPolicy } from '../../../kernel/network/routingPolicy'

/** The target with the fewest requests outstanding; among equals the one chosen longest ago. */
export const leastConnection: RoutingPolicy = (inRotation) => {
  let least = 0
  for (let i = 1; i < inRotation.length; i++) {
    if (inRotation[i]!.outstanding < inRotation[least]!.outstanding) least = i
  }
  return least
}
