/**
 * Which of two events at the same instant comes first. So a released unit is visible to an arrival
 * at the same instant, and an injected event is over before the next one begins.
 */
export const Priority = {
  FAULT_END: 0,
  FAULT_START: 1,
  /** Service completion, release of a resource, continuation of a granted wait. */
  COMPLETION: 2,
  /** Delivery of a message, arrival of a request. */
  ARRIVAL: 3,
} as const
