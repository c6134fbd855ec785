import { exp, ln } from '../../kernel/math/ln'

/**
 * E_k/M/1, first come, first served: gaps between arrivals are sums of k exponential stages. What each of k
 * servers sees that are served in turn by a load balancer with Poisson arrivals.
 * An arrival waits with probability σ, the root in (0, 1) of σ = A*(μ(1 − σ)) with the Laplace transform A* of
 * the gaps; waits beyond that and times in the system are exponential with rate μ(1 − σ).
 * (Kleinrock, Queueing Systems I, §6.4.)
 */
export class EM1 {
  /** P(an arrival has to wait), σ. */
  readonly waits: number

  /**
   * @param stages k, whole, ≥ 1
   * @param load ρ = E[service]/E[gap] in (0, 1)
   * @param service E[S] > 0 [s]
   */
  constructor(
    readonly stages: number,
    readonly load: number,
    readonly service: number,
  ) {
    let waits = load
    for (let previous = -1; waits !== previous; ) {
      previous = waits
      // From ρ, which lies above the root, the iteration falls to it; it stands when rounding holds it.
      waits = Math.min(previous, transform(stages, load, previous))
    }
    this.waits = waits
  }

  /** Mean time in the queue [s]. */
  get meanWait(): number {
    return (this.service * this.waits) / (1 - this.waits)
  }

  /** Mean time in queue and service [s]. */
  get meanSojourn(): number {
    return this.service / (1 - this.waits)
  }

  /** P(time in the queue > t). */
  waitTail(t: number): number {
    return this.waits * exp(-t / this.meanSojourn)
  }

  /** Quantile of the time in queue and service [s], p in [0, 1). */
  sojournQuantile(p: number): number {
    return -this.meanSojourn * ln(1 - p)
  }
}

/** A*(μ(1 − σ)) = (kλ / (kλ + μ(1 − σ)))^k. */
function transform(stages: number, load: number, waits: number): number {
  const factor = (stages * load) / (stages * load + 1 - waits)
  let power = 1
  for (let i = 0; i < stages; i++) power *= factor
  return power
}
