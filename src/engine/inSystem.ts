/** Number of requests in the system: integrated over time exactly, and since when it is large. */
export class InSystem {
  private count = 0
  private maximum = 0
  private area = 0
  private since = 0
  private crossed = 0

  /** @param large the number above which it counts as large */
  constructor(private readonly large: number) {}

  /** A request has come in (+1) or has left (−1) at time `now` [s]. */
  change(delta: 1 | -1, now: number): void {
    this.area += this.count * (now - this.since)
    this.since = now
    this.count += delta
    if (this.count > this.maximum) this.maximum = this.count
    if (this.count > this.large && this.count - delta <= this.large) this.crossed = now
  }

  /** ∫ number dt from 0 to `now` [requests·s]. */
  integral(now: number): number {
    return this.area + this.count * (now - this.since)
  }

  /** The largest number since the last call. */
  takeMaximum(): number {
    const { maximum } = this
    this.maximum = this.count
    return maximum
  }

  /** When the number became large for the last time [s]. */
  get largeSince(): number {
    return this.crossed
  }
}
