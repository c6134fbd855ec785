import { invariant } from '../../base/assert'
import { lengthened } from '../../base/columns'
import type { Clock } from '../des/simulation'
import { clearPhases, PHASES, Phase } from './phase'

/** No load balancer waits for the answer of this request. */
export const NO_TARGET = -1
/** It has come to no server yet. */
const NO_SERVER = -1

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
  /** Address of the server where it is, or was last; −1 before the first one. */
  server = new Int32Array(INITIAL_CAPACITY)
  /** At the server where it is: its endpoint, and its place in the server's program. */
  endpoint = new Int32Array(INITIAL_CAPACITY)
  step = new Int32Array(INITIAL_CAPACITY)
  /** When it came to the server where it is, or was last [s]. */
  arrived = new Float64Array(INITIAL_CAPACITY)
  /** What it is doing, a number of `Phase`, and since when [s]. */
  phase = new Uint8Array(INITIAL_CAPACITY)
  since = new Float64Array(INITIAL_CAPACITY)
  /** Time spent in each phase before the present one [s]: {@link PHASES} numbers per slot. */
  phaseTimes = new Float64Array(INITIAL_CAPACITY * PHASES)
  /** Index of the load balancer's target whose answer is outstanding, or {@link NO_TARGET}. */
  balancedTo = new Int32Array(INITIAL_CAPACITY)

  /** Requests generated so far. */
  generated = 0

  private readonly free: number[] = []
  private used = 0

  constructor(private readonly clock: Clock) {}

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
    this.server[slot] = NO_SERVER
    this.balancedTo[slot] = NO_TARGET
    this.phase[slot] = Phase.NETWORK
    this.since[slot] = now
    clearPhases(this.phaseTimes, slot * PHASES)
    return slot
  }

  /** The request begins something else now. */
  enter(slot: number, phase: number): void {
    const { now } = this.clock
    this.phaseTimes[slot * PHASES + this.phase[slot]!]! += now - this.since[slot]!
    this.phase[slot] = phase
    this.since[slot] = now
  }

  /** How long the requests in the system have been there by `now`, together [s]. */
  ageOfInFlight(now: number): number {
    const isFree = new Uint8Array(this.used)
    for (const slot of this.free) isFree[slot] = 1
    let age = 0
    for (let slot = 0; slot < this.used; slot++) if (isFree[slot] === 0) age += now - this.born[slot]!
    return age
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
    this.server = lengthened(this.server, capacity)
    this.endpoint = lengthened(this.endpoint, capacity)
    this.step = lengthened(this.step, capacity)
    this.arrived = lengthened(this.arrived, capacity)
    this.phase = lengthened(this.phase, capacity)
    this.since = lengthened(this.since, capacity)
    this.phaseTimes = lengthened(this.phaseTimes, capacity * PHASES)
    this.balancedTo = lengthened(this.balancedTo, capacity)
  }
}

const INITIAL_CAPACITY = 256
const MAX_CAPACITY = 2 ** 26
