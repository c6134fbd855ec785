import { lengthened } from '../../base/columns'

/**
 * The event calendar: a 4-ary heap in one typed array, ordered by (time, priority, sequence).
 *
 * Events of one time leave by priority, equal priorities in the order in which they were scheduled.
 * Nothing is allocated per event. Taking the next event leaves a hole at the root that the next
 * insertion fills, since most events schedule a successor. O(log n) per event.
 */
export class Calendar {
  private heap = new Float64Array(256 * EVENT)
  private length = 0
  private rootIsTaken = false
  private sequence = 0

  /** Number of events that wait. */
  get size(): number {
    return this.rootIsTaken ? this.length - 1 : this.length
  }

  /**
   * Adds an event.
   * @param target what the event is for, as the simulation encodes it; 0 … 2²⁷ − 1
   * @param slot the request concerned, or any other number the target understands; 0 … 2²⁶ − 1
   */
  schedule(time: number, priority: number, target: number, slot: number): void {
    let i = 0
    if (this.rootIsTaken) this.rootIsTaken = false
    else {
      i = this.length++
      if (i * EVENT === this.heap.length) this.heap = lengthened(this.heap, i * EVENT * 2)
    }
    const { heap } = this
    const at = i * EVENT
    heap[at + TIME] = time
    heap[at + ORDER] = priority * PRIORITY_STEP + this.sequence++
    heap[at + WHAT] = target * TARGET_STEP + slot
    this.settle(i)
  }

  /** Time of the next event; Infinity when there is none. */
  nextTime(): number {
    if (this.rootIsTaken) this.closeRoot()
    return this.length === 0 ? Number.POSITIVE_INFINITY : this.heap[TIME]!
  }

  /** Takes the next event out and returns its target; its slot is then {@link takenSlot}. Call {@link nextTime} first. */
  take(): number {
    this.rootIsTaken = true
    return (this.heap[WHAT]! / TARGET_STEP) | 0
  }

  /** Slot of the event that was taken last; valid until the next call of {@link schedule} or {@link nextTime}. */
  get takenSlot(): number {
    return this.heap[WHAT]! & SLOT_MASK
  }

  /** Lets the last event take the place of the one that was taken out. */
  private closeRoot(): void {
    const { heap } = this
    this.rootIsTaken = false
    const last = --this.length * EVENT
    heap[TIME] = heap[last + TIME]!
    heap[ORDER] = heap[last + ORDER]!
    heap[WHAT] = heap[last + WHAT]!
    this.settle(0)
  }

  /**
   * Lets an event rise or sink from its place in the heap to where it belongs. In one function, too large for V8 to be
   * inlined: a copy of it in everything that schedules would not fit the first-level instruction cache.
   */
  private settle(start: number): void {
    const { heap } = this
    let i = start
    let at = i * EVENT
    const time = heap[at + TIME]!
    const order = heap[at + ORDER]!
    const what = heap[at + WHAT]!
    while (i > 0) {
      i = (i - 1) >> 2
      const parent = i * EVENT
      const parentTime = heap[parent + TIME]!
      if (parentTime < time || (parentTime === time && heap[parent + ORDER]! < order)) break
      heap[at + TIME] = parentTime
      heap[at + ORDER] = heap[parent + ORDER]!
      heap[at + WHAT] = heap[parent + WHAT]!
      at = parent
    }
    const end = this.length * EVENT
    for (;;) {
      const firstChild = 4 * at + EVENT
      if (firstChild >= end) break
      const endOfChildren = Math.min(firstChild + 4 * EVENT, end)
      let least = firstChild
      let leastTime = heap[firstChild + TIME]!
      for (let child = firstChild + EVENT; child < endOfChildren; child += EVENT) {
        const childTime = heap[child + TIME]!
        if (childTime < leastTime || (childTime === leastTime && heap[child + ORDER]! < heap[least + ORDER]!)) {
          least = child
          leastTime = childTime
        }
      }
      if (time < leastTime || (time === leastTime && order < heap[least + ORDER]!)) break
      heap[at + TIME] = leastTime
      heap[at + ORDER] = heap[least + ORDER]!
      heap[at + WHAT] = heap[least + WHAT]!
      at = least
    }
    heap[at + TIME] = time
    heap[at + ORDER] = order
    heap[at + WHAT] = what
  }
}

/* What stands where within the cells of an event. */
const TIME = 0
/** Priority and sequence in one number: priority · 2⁴⁸ + sequence. */
const ORDER = 1
/** Target and slot in one number: target · 2²⁶ + slot. */
const WHAT = 2
const EVENT = 3

const PRIORITY_STEP = 2 ** 48
const TARGET_STEP = 2 ** 26
const SLOT_MASK = TARGET_STEP - 1
