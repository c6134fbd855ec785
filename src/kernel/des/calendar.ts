import { lengthened } from '../../base/columns'

/**
 * The event calendar: a 4-ary heap in typed arrays, ordered by (time, priority, sequence).
 *
 * Events of one time leave by priority, equal priorities in the order in which they were scheduled.
 * Nothing is allocated per event. Taking the next event leaves a hole at the root that the next
 * insertion fills, since most events schedule a successor. O(log n) per event.
 */
export class Calendar {
  private times = new Float64Array(INITIAL_CAPACITY)
  /** Priority and sequence in one number: priority · 2⁴⁸ + sequence. */
  private orders = new Float64Array(INITIAL_CAPACITY)
  private targets = new Int32Array(INITIAL_CAPACITY)
  private slots = new Int32Array(INITIAL_CAPACITY)
  private length = 0
  private rootIsTaken = false
  private sequence = 0

  /** Number of events that wait. */
  get size(): number {
    return this.rootIsTaken ? this.length - 1 : this.length
  }

  /**
   * Adds an event.
   * @param target what the event is for, as the simulation encodes it
   * @param slot the request concerned, or any other number the target understands
   */
  schedule(time: number, priority: number, target: number, slot: number): void {
    const order = priority * PRIORITY_STEP + this.sequence++
    if (this.rootIsTaken) {
      this.rootIsTaken = false
      this.sink(time, order, target, slot)
      return
    }
    if (this.length === this.times.length) this.grow()
    this.rise(this.length++, time, order, target, slot)
  }

  /** Time of the next event; Infinity when there is none. */
  nextTime(): number {
    if (this.rootIsTaken) this.closeRoot()
    return this.length === 0 ? Number.POSITIVE_INFINITY : this.times[0]!
  }

  /** Takes the next event out and returns its target; its slot is then {@link takenSlot}. Call {@link nextTime} first. */
  take(): number {
    this.rootIsTaken = true
    return this.targets[0]!
  }

  /** Slot of the event that was taken last; valid until the next call of {@link schedule} or {@link nextTime}. */
  get takenSlot(): number {
    return this.slots[0]!
  }

  private closeRoot(): void {
    this.rootIsTaken = false
    const last = --this.length
    if (last > 0) this.sink(this.times[last]!, this.orders[last]!, this.targets[last]!, this.slots[last]!)
  }

  private rise(start: number, time: number, order: number, target: number, slot: number): void {
    const { times, orders, targets, slots } = this
    let i = start
    while (i > 0) {
      const parent = (i - 1) >> 2
      const parentTime = times[parent]!
      if (parentTime < time || (parentTime === time && orders[parent]! < order)) break
      times[i] = parentTime
      orders[i] = orders[parent]!
      targets[i] = targets[parent]!
      slots[i] = slots[parent]!
      i = parent
    }
    times[i] = time
    orders[i] = order
    targets[i] = target
    slots[i] = slot
  }

  /** Puts an event at the root and lets it sink to its place. */
  private sink(time: number, order: number, target: number, slot: number): void {
    const { times, orders, targets, slots, length } = this
    let i = 0
    for (;;) {
      const firstChild = (i << 2) + 1
      if (firstChild >= length) break
      const end = Math.min(firstChild + 4, length)
      let least = firstChild
      let leastTime = times[firstChild]!
      for (let child = firstChild + 1; child < end; child++) {
        const childTime = times[child]!
        if (childTime < leastTime || (childTime === leastTime && orders[child]! < orders[least]!)) {
          least = child
          leastTime = childTime
        }
      }
      if (time < leastTime || (time === leastTime && order < orders[least]!)) break
      times[i] = leastTime
      orders[i] = orders[least]!
      targets[i] = targets[least]!
      slots[i] = slots[least]!
      i = least
    }
    times[i] = time
    orders[i] = order
    targets[i] = target
    slots[i] = slot
  }

  private grow(): void {
    const capacity = this.times.length * 2
    this.times = lengthened(this.times, capacity)
    this.orders = lengthened(this.orders, capacity)
    this.targets = lengthened(this.targets, capacity)
    this.slots = lengthened(this.slots, capacity)
  }
}

const INITIAL_CAPACITY = 256
const PRIORITY_STEP = 2 ** 48
