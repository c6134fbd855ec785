import { invariant } from '../../base/assert'
import { lengthened } from '../../base/columns'

/** No load balancer waits for the answer of this request. */
export const NO_TARGET = -1

/**
 * State of all requests in the system as columns; a slot is one request's place in them.
 * Slots are reused, ordinals never.
 */
export class Requests {
  /** Number of the request, from 1 in order of generation. */
  ordinal = new Uint32Array(INITIAL_CAPACITY)
  /** When it was generated [s]. */
  born = new Float64Array(INITIAL_CAPACITY)
  /** Links travelled so far. */
  hops = new Uint16Array(INITIAL_CAPACITY)
  /** At the server where it is: its endpoint, and its place in the server's program. */
  endpoint = new Int32Array(INITIAL_CAPACITY)
  step = new Int32Array(INITIAL_CAPACITY)
  /** Whether it holds a core, and whether it counts as sleeping in I/O. */
  holdsCore = new Uint8Array(INITIAL_CAPACITY)
  inIo = new Uint8Array(INITIAL_CAPACITY)
  /** Index of the load balancer's target whose answer is outstanding, or {@link NO_TARGET}. */
  balancedTo = new Int32Array(INITIAL_CAPACITY)

  /** Requests generated so far. */
  generated = 0

  private readonly free: number[] = []
  private used = 0

  /** Requests in the system now. */
  get inFlight(): number {
    return this.used - this.free.length
  }

  /** Brings a fresh request into the system and returns its slot. */
  acquire(now: number): number {
    let slot = this.free.pop()
    if (slot === undefined) {
      if (this.used === this.born.length) this.grow()
      slot = this.used++
    }
    this.ordinal[slot] = ++this.generated
    this.born[slot] = now
    this.hops[slot] = 0
    this.balancedTo[slot] = NO_TARGET
    return slot
  }

  release(slot: number): void {
    this.free.push(slot)
  }

  private grow(): void {
    const capacity = this.born.length * 2
    invariant(capacity <= MAX_CAPACITY, `more than ${MAX_CAPACITY / 2} requests in the system`)
    this.ordinal = lengthened(this.ordinal, capacity)
    this.born = lengthened(this.born, capacity)
    this.hops = lengthened(this.hops, capacity)
    this.endpoint = lengthened(this.endpoint, capacity)
    this.step = lengthened(this.step, capacity)
    this.holdsCore = lengthened(this.holdsCore, capacity)
    this.inIo = lengthened(this.inIo, capacity)
    this.balancedTo = lengthened(this.balancedTo, capacity)
  }
}

const INITIAL_CAPACITY = 256
const MAX_CAPACITY = 2 ** 26
