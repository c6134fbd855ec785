import type { RoutingPolicy } from '../../../kernel/network/routingPolicy'
import { leastConnection } from './leastConnection'
import type { RoutingPolicyName } from './names'
import { roundRobin } from './roundRobin'

/** Routing policies by their name in the YAML. */
export const routingPolicies = {
  round_robin: roundRobin,
  least_connection: leastConnection,
} satisfies Record<RoutingPolicyName, RoutingPolicy>
