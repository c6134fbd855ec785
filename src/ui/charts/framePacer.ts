type Job = () => void

/** The browser's clock and calendar, as far as the pacer needs them. */
export interface FrameClock {
  /** [ms] */
  now(): number
  requestFrame(callback: () => void): void
  wait(callback: () => void, ms: number): void
}

/**
 * Spreads work over animation frames: one job per frame, and after each a rest as long as the job took.
 * So drawing never takes more than half of the page's time, however slow the machine, and typing goes on.
 * A newer job takes the place of its owner's older one: nobody is overtaken, nobody draws a picture twice.
 */
export class FramePacer {
  readonly #jobs = new Map<object, Job>()
  readonly #clock: FrameClock
  #busy = false

  constructor(clock: FrameClock) {
    this.#clock = clock
  }

  /** Runs `job` in one of the next frames, in place of an earlier one of the same owner. */
  schedule(owner: object, job: Job): void {
    this.#jobs.set(owner, job)
    if (!this.#busy) this.#runInNextFrame()
  }

  cancel(owner: object): void {
    this.#jobs.delete(owner)
  }

  #runInNextFrame(): void {
    this.#busy = true
    this.#clock.requestFrame(() => {
      const started = this.#clock.now()
      this.#runNext()
      this.#clock.wait(() => this.#goOn(), this.#clock.now() - started)
    })
  }

  #runNext(): void {
    const next = this.#jobs.entries().next()
    if (next.done) return
    const [owner, job] = next.value
    this.#jobs.delete(owner)
    job()
  }

  #goOn(): void {
    this.#busy = false
    if (this.#jobs.size > 0) this.#runInNextFrame()
  }
}
