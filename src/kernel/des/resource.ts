import { InvariantError, invariant } from '../../base/assert'
import { SlotQueue } from './slotQueue'

/**
 * Equal units (cores, connections), granted first come, first served.
 * A released unit goes straight to the request that waits longest; nobody can snatch it.
 */
export class Resource {
  private readonly waiting = new SlotQueue()
  private used = 0

  /** @param capacity number of units; Infinity for no limit */
  constructor(
    private readonly capacity: number,
    private readonly name: string,
  ) {}

  get inUse(): number {
    return this.used
  }

  /** Requests that wait for a unit. */
  get queueLength(): number {
    return this.waiting.length
  }

  /** Takes a unit and returns true, or queues the request and returns false. */
  request(slot: number): boolean {
    if (this.used < this.capacity) {
      this.used++
      return true
    }
    this.waiting.push(slot)
    return false
  }

  /** Gives a unit back. Returns the slot that now holds it, or −1 if nobody waits. */
  release(): number {
    if (this.used === 0) throw new InvariantError(`invariant: ${this.name} released more often than taken`)
    if (this.waiting.length > 0) return this.waiting.shift()
    this.used--
    return -1
  }

  verify(): void {
    invariant(this.used <= this.capacity, `${this.name}: ${this.used} in use of ${this.capacity}`)
    invariant(this.waiting.length === 0 || this.used === this.capacity, `${this.name}: waiters beside free units`)
  }
}
