import { invariant } from '../../base/assert'
import type { ClockObserver } from '../des/simulation'

/** Told of every stretch in which a gauge stood still over one or more ticks of the sampling clock. */
export interface GaugeSampler {
  /** The gauge had this value at the next `ticks` ticks. */
  sampled(gauge: number, value: number, ticks: number): void
}

/**
 * All gauges of a run as columns. Each integrates itself over time exactly and remembers its
 * maximum, so no event is too short to be seen; sampling costs only where a value changes.
 */
export class Gauges implements ClockObserver {
  private value = new Float64Array(64)
  private area = new Float64Array(64)
  private since = new Float64Array(64)
  private maximum = new Float64Array(64)
  private seenTick = new Float64Array(64)
  private count = 0
  private tick = 0

  constructor(private readonly sampler: GaugeSampler) {}

  /** Adds a gauge that stands at 0 and returns its number. */
  create(): number {
    if (this.count === this.value.length) this.grow()
    return this.count++
  }

  passed(count: number): void {
    this.tick += count
  }

  /** Changes a gauge at time `now` [s]. */
  add(gauge: number, delta: number, now: number): void {
    const value = this.value[gauge]!
    if (this.seenTick[gauge] !== this.tick) this.sample(gauge, value)
    this.area[gauge]! += value * (now - this.since[gauge]!)
    this.since[gauge] = now
    const next = value + delta
    this.value[gauge] = next
    if (next > this.maximum[gauge]!) this.maximum[gauge] = next
  }

  /** Hands all ticks that have passed to the sampler. */
  flush(): void {
    for (let gauge = 0; gauge < this.count; gauge++) this.sample(gauge, this.value[gauge]!)
  }

  valueOf(gauge: number): number {
    return this.value[gauge]!
  }

  maximumOf(gauge: number): number {
    return this.maximum[gauge]!
  }

  /** ∫ value dt from 0 to `now`. */
  integralOf(gauge: number, now: number): number {
    return this.area[gauge]! + this.value[gauge]! * (now - this.since[gauge]!)
  }

  verify(): void {
    for (let gauge = 0; gauge < this.count; gauge++) {
      invariant(this.value[gauge]! >= -1e-9, `gauge ${gauge} stands at ${this.value[gauge]}`)
    }
  }

  private sample(gauge: number, value: number): void {
    const ticks = this.tick - this.seenTick[gauge]!
    if (ticks > 0) this.sampler.sampled(gauge, value, ticks)
    this.seenTick[gauge] = this.tick
  }

  private grow(): void {
    const capacity = this.value.length * 2
    const larger = (from: Float64Array) => {
      const to = new Float64Array(capacity)
      to.set(from)
      return to
    }
    this.value = larger(this.value)
    this.area = larger(this.area)
    this.since = larger(this.since)
    this.maximum = larger(this.maximum)
    this.seenTick = larger(this.seenTick)
  }
}
