/** What comes first where times are equal, in this order. */
const ranks = ['event ends', 'event starts', 'completion', 'arrival'] as const

/** Something that happens. */
export interface Happening {
  /** [s] */
  readonly time: number
  readonly component: string
  readonly what: string
  /** Number of the request that it happens to; 0 for none. */
  readonly request: number
}

interface Planned {
  readonly happening: Happening
  readonly rank: number
  readonly action: () => void
}

/** Simulated time, and all that is still to happen: a list, latest first, nothing cleverer. */
export class Clock {
  /** [s] */
  now = 0
  readonly past: Happening[] = []
  private readonly future: Planned[] = []

  /** Plans something; it happens after all that was planned before for the same time and rank. */
  plan(happening: Happening, rankName: (typeof ranks)[number], action: () => void): void {
    const { time } = happening
    const rank = ranks.indexOf(rankName)
    const isAfter = (other: Planned) =>
      other.happening.time > time || (other.happening.time === time && other.rank > rank)
    this.future.splice(this.future.findLastIndex(isAfter) + 1, 0, { happening, rank, action })
  }

  /** Lets everything happen that is planned before `end` [s]. */
  runUntil(end: number): void {
    for (let next = this.future.pop(); next !== undefined && next.happening.time < end; next = this.future.pop()) {
      this.now = next.happening.time
      this.past.push(next.happening)
      next.action()
    }
    this.now = end
  }
}

/** A quantity that changes in steps, with its integral over time. */
export class Level {
  max = 0
  private value = 0
  private area = 0
  private since = 0

  constructor(private readonly clock: Clock) {}

  add(change: number): void {
    this.area = this.integral
    this.since = this.clock.now
    this.value += change
    this.max = Math.max(this.max, this.value)
  }

  get integral(): number {
    return this.area + this.value * (this.clock.now - this.since)
  }
}

/** Sees to it that `resume` is called at some time. */
export type Wait = (resume: () => void) => void
/** A course of action that waits wherever it yields. */
export type Process = Generator<Wait, void>

/** Lets a process run until it waits, and again when it has waited, until it is done. */
export function run(process: Process): void {
  const { done, value: wait } = process.next()
  if (!done) wait(() => run(process))
}
