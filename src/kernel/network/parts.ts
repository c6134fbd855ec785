/*
 * What the parts of a network know of each other. Models depend on these contracts, never on one
 * another; the engine wires them up.
 */

/** Takes requests over: client, load balancer, server. */
export interface Receiver {
  accept(slot: number): void
}

/** Carries requests to another node, or loses them. */
export interface Link {
  readonly id: string
  send(slot: number): void
  /** From now on every request sent takes this much longer [s]; several additions add up. */
  addSpike(event: number, seconds: number): void
  endSpike(event: number): void
}

/** Sends each request to one of several targets. */
export interface Balancer extends Receiver {
  /** A request sent to target i was answered, or ended on the way. */
  answered(target: number): void
  /** The target is not chosen until it is put back. */
  takeOut(target: number): void
  putBack(target: number): void
}
