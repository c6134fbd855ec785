import { invariant } from '../../base/assert'
import { lengthened } from '../../base/columns'
import type { Clock, ClockObserver } from '../des/simulation'

/** Told of every stretch in which a gauge stood still over one or more ticks of the sampling clock. */
export interface GaugeSampler {
  /** The gauge had this value at the next `ticks` ticks. */
  sampled(gauge: number, value: number, ticks: number): void
}

/**
 * All gauges of a run, side by side in one array. Each integrates itself over time exactly and
 * remembers its maximum, so no event is too short to be seen; sampling costs only where a value changes.
 */
export class Gauges implements ClockObserver {
  private state = new Float64Array(16 * STRIDE)
  private count = 0
  private tick = 0

  constructor(
    private readonly clock: Clock,
    private readonly sampler: GaugeSampler,
  ) {}

  /** Adds a gauge that stands at 0 and returns its number. */
  create(): number {
    if (this.count * STRIDE === this.state.length) this.grow()
    return this.count++
  }

  /** Nobody wants to be told of this gauge at the ticks of the clock. */
  leaveOut(gauge: number): void {
    this.state[gauge * STRIDE + SEEN_TICK] = Number.POSITIVE_INFINITY
  }

  passed(count: number): void {
    this.tick += count
  }

  /** Changes a gauge now. */
  add(gauge: number, delta: number): void {
    const { state } = this
    const { now } = this.clock
    const at = gauge * STRIDE
    if (state[at + SEEN_TICK]! < this.tick) this.sample(gauge)
    const value = state[at + VALUE]!
    state[at + AREA]! += value * (now - state[at + SINCE]!)
    state[at + SINCE] = now
    const next = value + delta
    state[at + VALUE] = next
    if (next > state[at + MAXIMUM]!) {
      state[at + MAXIMUM] = next
      state[at + MAXIMUM_AT] = now
    }
  }

  /** Hands all ticks that have passed to the sampler. */
  flush(): void {
    for (let gauge = 0; gauge < this.count; gauge++) this.sample(gauge)
  }

  valueOf(gauge: number): number {
    return this.state[gauge * STRIDE + VALUE]!
  }

  /** Largest value since the last {@link closeInterval}. */
  maximumOf(gauge: number): number {
    return this.state[gauge * STRIDE + MAXIMUM]!
  }

  /** Largest value since the last {@link forgetPeaks}, and when it was first reached [s]. */
  peakOf(gauge: number): { readonly value: number; readonly at: number } {
    const { state } = this
    const at = gauge * STRIDE
    return state[at + MAXIMUM]! > state[at + PEAK]!
      ? { value: state[at + MAXIMUM]!, at: state[at + MAXIMUM_AT]! }
      : { value: state[at + PEAK]!, at: state[at + PEAK_AT]! }
  }

  /** Begins a new interval for {@link maximumOf} of all gauges. */
  closeInterval(): void {
    const { state } = this
    for (let gauge = 0; gauge < this.count; gauge++) {
      const { value, at } = this.peakOf(gauge)
      const first = gauge * STRIDE
      state[first + PEAK] = value
      state[first + PEAK_AT] = at
      state[first + MAXIMUM] = state[first + VALUE]!
      state[first + MAXIMUM_AT] = this.clock.now
    }
  }

  /** Begins anew with {@link peakOf} of all gauges. */
  forgetPeaks(): void {
    const { state } = this
    const { now } = this.clock
    for (let first = 0; first < this.count * STRIDE; first += STRIDE) {
      state[first + MAXIMUM] = state[first + PEAK] = state[first + VALUE]!
      state[first + MAXIMUM_AT] = state[first + PEAK_AT] = now
    }
  }

  /** ∫ value dt from 0 to `now`. */
  integralOf(gauge: number, now: number): number {
    const at = gauge * STRIDE
    return this.state[at + AREA]! + this.state[at + VALUE]! * (now - this.state[at + SINCE]!)
  }

  verify(): void {
    for (let gauge = 0; gauge < this.count; gauge++) {
      invariant(this.valueOf(gauge) >= -1e-9, `gauge ${gauge} stands at ${this.valueOf(gauge)}`)
    }
  }

  private sample(gauge: number): void {
    const at = gauge * STRIDE
    const ticks = this.tick - this.state[at + SEEN_TICK]!
    if (ticks <= 0) return
    this.sampler.sampled(gauge, this.state[at + VALUE]!, ticks)
    this.state[at + SEEN_TICK] = this.tick
  }

  private grow(): void {
    this.state = lengthened(this.state, this.state.length * 2)
  }
}

/* Where what stands within a gauge's part of the array. */
const VALUE = 0
const AREA = 1
const SINCE = 2
const MAXIMUM = 3
const SEEN_TICK = 4
const MAXIMUM_AT = 5
const PEAK = 6
const PEAK_AT = 7
const STRIDE = 8
