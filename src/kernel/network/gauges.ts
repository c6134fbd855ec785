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

  passed(count: number): void {
    this.tick += count
  }

  /** Changes a gauge now. */
  add(gauge: number, delta: number): void {
    const { state } = this
    const { now } = this.clock
    const at = gauge * STRIDE
    if (state[at + SEEN_TICK] !== this.tick) this.sample(gauge)
    const value = state[at + VALUE]!
    state[at + AREA]! += value * (now - state[at + SINCE]!)
    state[at + SINCE] = now
    const next = value + delta
    state[at + VALUE] = next
    if (next > state[at + MAXIMUM]!) state[at + MAXIMUM] = next
  }

  /** Hands all ticks that have passed to the sampler. */
  flush(): void {
    for (let gauge = 0; gauge < this.count; gauge++) this.sample(gauge)
  }

  valueOf(gauge: number): number {
    return this.state[gauge * STRIDE + VALUE]!
  }

  maximumOf(gauge: number): number {
    return this.state[gauge * STRIDE + MAXIMUM]!
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
    if (ticks > 0) this.sampler.sampled(gauge, this.state[at + VALUE]!, ticks)
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
const STRIDE = 5
