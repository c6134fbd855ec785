import type { Variant } from '../scenario/variant'
import type { VariantEnd, VariantHandle, WhatIfPool } from '../worker/whatIfProtocol'
import { nearestTo } from './whatIfRange'

export type RunnableVariant = Extract<Variant, { ok: true }>

/** Who wants to know of the runs. */
export interface VariantListener {
  /** Where the person looks: the variant nearest to it runs next. */
  position(): number
  started(variant: RunnableVariant): void
  ended(variant: RunnableVariant, end: VariantEnd): void
}

/** Runs the variants of one question, as many at a time as the pool has room for. */
export class VariantRuns {
  #waiting: readonly RunnableVariant[] = []
  readonly #running = new Set<VariantHandle>()

  constructor(
    private readonly pool: WhatIfPool,
    private readonly listener: VariantListener,
  ) {}

  /** Begins another question; what still runs for the last one is ended. */
  start(variants: readonly RunnableVariant[], seed: number): void {
    this.cancel()
    this.#waiting = variants
    this.#fill(seed)
  }

  /** Ends everything at once; nothing is told of it. */
  cancel(): void {
    this.#waiting = []
    const running = [...this.#running]
    this.#running.clear()
    for (const handle of running) handle.cancel()
  }

  #fill(seed: number): void {
    while (this.#running.size < this.pool.size) {
      const variant = this.#takeNearest()
      if (variant === undefined) return
      const handle = this.pool.run({ scenario: variant.scenario, seed })
      this.#running.add(handle)
      this.listener.started(variant)
      void handle.end.then((end) => {
        if (!this.#running.delete(handle)) return
        this.listener.ended(variant, end)
        this.#fill(seed)
      })
    }
  }

  #takeNearest(): RunnableVariant | undefined {
    const value = nearestTo(
      this.listener.position(),
      this.#waiting.map((variant) => variant.value),
    )
    const next = this.#waiting.find((variant) => variant.value === value)
    this.#waiting = this.#waiting.filter((variant) => variant !== next)
    return next
  }
}
