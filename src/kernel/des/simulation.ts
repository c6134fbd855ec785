import { InvariantError, invariant } from '../../base/assert'
import { Calendar } from './calendar'

/** Whatever events happen to. A station registers once and is then told of its own events only. */
export interface Station {
  /** @param signal what happened, as the station named it when scheduling; 0 … 15 */
  on(signal: number, slot: number): void
}

/** Sees every event of a run; for checks and traces, at no cost to runs without one. */
export interface EventObserver {
  /** The event is about to happen; `station` is the address at which it was scheduled. */
  before(station: number, signal: number, slot: number): void
  after(station: number, signal: number, slot: number): void
}

/** Steps of the sampling clock that went by; see {@link Simulation.startClock}. */
export interface ClockObserver {
  /** `count` ticks of the sampling clock have passed since the last call; nothing changed in between. */
  passed(count: number): void
}

/** Where the present simulated time is read. A time that is handed from call to call would be allocated at each. */
export interface Clock {
  /** [s] */
  readonly now: number
}

/**
 * Simulated time and the loop that advances it, event by event.
 * Driven in slices, so that whoever drives can pause, cancel and look.
 */
export class Simulation implements Clock {
  /** Present simulated time [s]. */
  now = 0
  /** Events so far. */
  events = 0

  private readonly calendar = new Calendar()
  private readonly stations: Station[] = []
  private readonly names: string[] = []
  private tickPeriod = 0
  private nextTick = Number.POSITIVE_INFINITY
  private observer: ClockObserver | undefined
  private lastLook = Number.NEGATIVE_INFINITY
  private looksAtInstant = 0

  /**
   * Makes a station known; the number returned is its address in {@link schedule}.
   * @param name what errors call it
   */
  register(station: Station, name = `station ${this.stations.length}`): number {
    invariant(this.stations.length < MAX_STATIONS, `more than ${MAX_STATIONS} stations`)
    this.names.push(name)
    return this.stations.push(station) - 1
  }

  /** Shows all further events of the stations known by now to an observer. */
  observe(observer: EventObserver): void {
    this.stations.forEach((station, address) => {
      this.stations[address] = {
        on(signal, slot) {
          observer.before(address, signal, slot)
          station.on(signal, slot)
          observer.after(address, signal, slot)
        },
      }
    })
  }

  /** Lets `signal` happen to a station after `delay` ≥ 0 [s]. */
  schedule(delay: number, priority: number, station: number, signal: number, slot: number): void {
    this.calendar.schedule(this.now + delay, priority, (station << SIGNAL_BITS) | signal, slot)
  }

  /** Lets `signal` happen to a station at a stated time ≥ now [s]. */
  scheduleAt(time: number, priority: number, station: number, signal: number, slot: number): void {
    if (time < this.now)
      throw new InvariantError(`invariant: event at ${time} s scheduled in the past, at ${this.now} s`)
    this.calendar.schedule(time, priority, (station << SIGNAL_BITS) | signal, slot)
  }

  /**
   * Starts a clock that ticks at `period`, 2·`period`, … (by repeated addition, as the reference model does).
   * A tick sees the state after all events up to and including its time.
   */
  startClock(period: number, observer: ClockObserver): void {
    this.tickPeriod = period
    this.nextTick = this.now + period
    this.observer = observer
  }

  /**
   * Runs all events before `until` [s], at most `maxEvents` of them.
   * Throws an {@link InvariantError} that names the stations involved when more than a million events happen
   * at one instant: then nothing takes time, and the run would never end.
   * @returns whether events before `until` may be left; if not, `now` is `until`.
   */
  step(until: number, maxEvents: number): boolean {
    // Looks at fixed numbers of events cost the loop nothing and do not depend on the slices.
    for (let left = maxEvents; left > 0; ) {
      const events = Math.min(left, EVENTS_PER_LOOK - (this.events % EVENTS_PER_LOOK))
      if (!this.run(until, events)) return false
      left -= events
      if (this.events % EVENTS_PER_LOOK === 0) this.verifyProgress()
    }
    return true
  }

  private run(until: number, maxEvents: number): boolean {
    const { calendar, stations } = this
    for (let n = 0; n < maxEvents; n++) {
      const time = calendar.nextTime()
      if (time >= until) {
        this.passTicks(until)
        this.now = until
        return false
      }
      if (time > this.nextTick) this.passTicks(time)
      this.now = time
      this.events++
      const target = calendar.take()
      stations[target >> SIGNAL_BITS]!.on(target & SIGNAL_MASK, calendar.takenSlot)
    }
    return true
  }

  private verifyProgress(): void {
    if (this.now > this.lastLook) {
      this.lastLook = this.now
      this.looksAtInstant = 0
    } else if (++this.looksAtInstant === MAX_LOOKS_AT_INSTANT) {
      const events = MAX_LOOKS_AT_INSTANT * EVENTS_PER_LOOK
      const names = [...this.stationsOfNext(EVENTS_NAMED)].map((address) => this.names[address])
      throw new InvariantError(`invariant: ${events} events at ${this.now} s, among ${names.join(', ')}`)
    }
  }

  /** Runs some more events of this instant; returns the addresses they were for. */
  private stationsOfNext(count: number): Set<number> {
    const { calendar, stations } = this
    const addresses = new Set<number>()
    for (let n = 0; n < count && calendar.nextTime() === this.now; n++) {
      const target = calendar.take()
      addresses.add(target >> SIGNAL_BITS)
      stations[target >> SIGNAL_BITS]!.on(target & SIGNAL_MASK, calendar.takenSlot)
    }
    return addresses
  }

  /** Lets all ticks before `time` pass; nothing happened since the last event. */
  private passTicks(time: number): void {
    const { tickPeriod } = this
    let { nextTick } = this
    let count = 0
    while (nextTick < time) {
      nextTick += tickPeriod
      count++
    }
    this.nextTick = nextTick
    if (count > 0) this.observer!.passed(count)
  }
}

const SIGNAL_BITS = 4
const SIGNAL_MASK = (1 << SIGNAL_BITS) - 1
const MAX_STATIONS = 1 << (27 - SIGNAL_BITS)

const EVENTS_PER_LOOK = 65_536
/** More than a million events. */
const MAX_LOOKS_AT_INSTANT = 16
/** Events that are looked at to name who takes part in a loop without time. */
const EVENTS_NAMED = 1000
