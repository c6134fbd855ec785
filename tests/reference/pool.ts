import { type Clock, Level, type Process, type Wait } from './clock'

/** Fractions of a megabyte do not add up exactly. */
const ROUNDING = 1e-6

/** What requests share: first come, first served; a large demand at the head of the queue blocks all behind it. */
export class Pool {
  /** How many wait. */
  readonly waiting: Level
  /** How much is taken. */
  readonly taken: Level
  private readonly queue: { readonly amount: number; readonly grant: () => void }[] = []

  /** @param turn how a request goes on to which something was handed over */
  constructor(
    private free: number,
    private readonly turn: (request: number) => Wait,
    clock: Clock,
  ) {
    this.waiting = new Level(clock)
    this.taken = new Level(clock)
  }

  *take(amount: number, request: number): Process {
    if (this.queue.length === 0 && amount <= this.free + ROUNDING) this.give(amount)
    else {
      this.waiting.add(1)
      yield (resume) => this.queue.push({ amount, grant: () => this.turn(request)(resume) })
      this.waiting.add(-1)
    }
  }

  giveBack(amount: number): void {
    this.give(-amount)
    for (let head = this.queue[0]; head !== undefined && head.amount <= this.free + ROUNDING; head = this.queue[0]) {
      this.queue.shift()
      this.give(head.amount)
      head.grant()
    }
  }

  private give(amount: number): void {
    this.free -= amount
    this.taken.add(amount)
  }
}
