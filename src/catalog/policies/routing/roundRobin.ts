import type { RoutingPolicy } from '../../../kernel/network/routingPolicy'

/** Each target in turn. */
export const roundRobin: RoutingPolicy = (first) => first
