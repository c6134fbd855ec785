import { InvariantError, invariant } from '../../base/assert'
import { SlotQueue } from './slotQueue'

/**
 * A divisible quantity (memory), granted first come, first served with head-of-line blocking:
 * a small demand waits behind a large one.
 */
export class Container {
  private readonly waiting = new SlotQueue()
  private used = 0
  private holders = 0
  /** The capacity and what rounding may add to a sum of fractions: a hundred times 2.56 is to fit into 256. */
  private readonly limit: number

  /**
   * @param capacity all there is of the quantity
   * @param demandOf how much the request in a slot asks for
   */
  constructor(
    private readonly capacity: number,
    private readonly demandOf: (slot: number) => number,
    private readonly name: string,
  ) {
    this.limit = capacity * (1 + ROUNDING)
  }

  get inUse(): number {
    return this.used
  }

  /** Requests that wait for their share. */
  get queueLength(): number {
    return this.waiting.length
  }

  /** Takes what the request asks for and returns true, or queues it and returns false. */
  request(slot: number): boolean {
    const amount = this.demandOf(slot)
    if (this.waiting.length === 0 && this.used + amount <= this.limit) {
      this.take(amount)
      return true
    }
    this.waiting.push(slot)
    return false
  }

  /** Gives an amount back. Then call {@link grantNext} until it returns −1. Never blocks. */
  release(amount: number): void {
    this.holders--
    if (this.holders < 0) throw new InvariantError(`invariant: ${this.name} released more often than taken`)
    // With nobody left nothing is in use; so fractions leave no residue.
    this.used = this.holders === 0 ? 0 : this.used - amount
  }

  /** Grants the demand at the head of the queue if it fits. Returns its slot, or −1. */
  grantNext(): number {
    if (this.waiting.length === 0) return -1
    const amount = this.demandOf(this.waiting.peek())
    if (this.used + amount > this.limit) return -1
    this.take(amount)
    return this.waiting.shift()
  }

  verify(): void {
    invariant(this.used >= 0 && this.used <= this.limit, `${this.name}: ${this.used} in use of ${this.capacity}`)
  }

  private take(amount: number): void {
    this.used += amount
    this.holders++
  }
}

/** Far more than the rounding errors of a million additions, far less than anybody means. */
const ROUNDING = 1e-9
