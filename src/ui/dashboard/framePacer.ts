type Job = () => void

/**
 * Spreads work over animation frames, one job per frame, so that no frame draws more than one chart.
 * A newer job takes the place of its owner's older one: nobody is overtaken, nobody draws a picture twice.
 */
export class FramePacer {
  readonly #jobs = new Map<object, Job>()
  readonly #requestFrame: (callback: () => void) => void
  #waiting = false

  constructor(requestFrame: (callback: () => void) => void) {
    this.#requestFrame = requestFrame
  }

  /** Runs `job` in one of the next frames, in place of an earlier one of the same owner. */
  schedule(owner: object, job: Job): void {
    this.#jobs.set(owner, job)
    this.#wait()
  }

  cancel(owner: object): void {
    this.#jobs.delete(owner)
  }

  #wait(): void {
    if (this.#waiting || this.#jobs.size === 0) return
    this.#waiting = true
    this.#requestFrame(() => this.#runNext())
  }

  #runNext(): void {
    this.#waiting = false
    const next = this.#jobs.entries().next()
    if (next.done) return
    const [owner, job] = next.value
    this.#jobs.delete(owner)
    this.#wait()
    job()
  }
}
