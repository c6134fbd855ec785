/** First-in, first-out queue of request slots: a ring in a typed array that doubles when full. */
export class SlotQueue {
  private ring = new Int32Array(16)
  private head = 0
  private count = 0

  get length(): number {
    return this.count
  }

  push(slot: number): void {
    if (this.count === this.ring.length) this.grow()
    this.ring[(this.head + this.count) & (this.ring.length - 1)] = slot
    this.count++
  }

  /** The slot that waits longest; only for a queue that is not empty. */
  peek(): number {
    return this.ring[this.head]!
  }

  /** Removes and returns the slot that waits longest; only for a queue that is not empty. */
  shift(): number {
    const slot = this.ring[this.head]!
    this.head = (this.head + 1) & (this.ring.length - 1)
    this.count--
    return slot
  }

  private grow(): void {
    const larger = new Int32Array(this.ring.length * 2)
    for (let i = 0; i < this.count; i++) larger[i] = this.ring[(this.head + i) & (this.ring.length - 1)]!
    this.ring = larger
    this.head = 0
  }
}
