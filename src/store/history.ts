/** Steps kept; older ones are forgotten. */
export const HISTORY_LIMIT = 200
/** A pause this long [ms] begins a new undo step. */
export const PAUSE_MS = 500
/** However fast a person types, a step covers no more than this [ms]. */
const LONGEST_BURST_MS = 5000

/** Changes of one burst (typing, say) become one step; `discrete` changes never merge. */
export type ChangeKind = 'typing' | 'name' | 'seed' | 'discrete'

interface Step<T> {
  readonly label: string
  /** What was there on the other side of the step. */
  readonly value: T
}

/**
 * Undo and redo over snapshots. A snapshot is an immutable value, so a step costs one reference
 * and undoing gives back exactly what was there.
 */
export class History<T> {
  readonly #now: () => number
  #past: Step<T>[] = []
  #future: Step<T>[] = []
  #burst: { kind: ChangeKind; startedAt: number; lastAt: number } | undefined

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** What the next undo takes back; undefined when there is nothing. */
  get undoLabel(): string | undefined {
    return this.#past.at(-1)?.label
  }

  get redoLabel(): string | undefined {
    return this.#future.at(-1)?.label
  }

  /** Call before a change, with what is there now. */
  record(present: T, kind: ChangeKind, label: string): void {
    this.#future = []
    const now = this.#now()
    const burst = this.#burst
    const continues =
      burst !== undefined &&
      kind !== 'discrete' &&
      burst.kind === kind &&
      now - burst.lastAt < PAUSE_MS &&
      now - burst.startedAt < LONGEST_BURST_MS
    this.#burst = { kind, startedAt: continues ? burst.startedAt : now, lastAt: now }
    if (continues) return
    this.#past.push({ label, value: present })
    if (this.#past.length > HISTORY_LIMIT) this.#past.shift()
  }

  /** What was there before the last step; undefined when there is none. */
  undo(present: T): T | undefined {
    return this.#move(this.#past, this.#future, present)
  }

  /** What was there before the last undo; undefined when there is none. */
  redo(present: T): T | undefined {
    return this.#move(this.#future, this.#past, present)
  }

  #move(from: Step<T>[], to: Step<T>[], present: T): T | undefined {
    this.#burst = undefined
    const step = from.pop()
    if (step === undefined) return undefined
    to.push({ label: step.label, value: present })
    return step.value
  }
}
