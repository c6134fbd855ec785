/** Routing policies a load balancer may name, as spelled in the YAML. */
export const routingPolicyNames = ['round_robin', 'least_connection'] as const
export type RoutingPolicyName = (typeof routingPolicyNames)[number]
