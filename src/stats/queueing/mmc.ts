import { exp, ln } from '../../kernel/math/ln'
import { erlangC } from './erlang'
import { quantileOfTail } from './quantileOfTail'

/**
 * M/M/c: Poisson arrivals, exponential service, c servers, first come, first served.
 * (Gross, Shortle, Thompson, Harris: Fundamentals of Queueing Theory, §3.3; Kleinrock, Queueing Systems I, §3.5.)
 * From `load` ≥ `servers` on there is no stationary state: waits are Infinity.
 */
export class MMc {
  /** P(an arrival has to wait), Erlang C. */
  readonly waits: number
  /** Rate at which the queue empties while all servers are busy, cμ − λ [1/s]. */
  private readonly drain: number

  /**
   * @param servers c, whole, ≥ 1
   * @param load a = λ·E[S] > 0 [Erlang]
   * @param service E[S] > 0 [s]
   */
  constructor(
    readonly servers: number,
    readonly load: number,
    readonly service: number,
  ) {
    this.waits = erlangC(servers, load)
    this.drain = Math.max(0, servers - load) / service
  }

  /** Mean time in the queue [s]. */
  get meanWait(): number {
    return this.waits / this.drain
  }

  /** P(time in the queue > t). */
  waitTail(t: number): number {
    return this.waits * exp(-this.drain * t)
  }

  /** Quantile of the time in the queue [s], p in [0, 1); 0 for those who need not wait. */
  waitQuantile(p: number): number {
    return p <= 1 - this.waits ? 0 : ln(this.waits / (1 - p)) / this.drain
  }

  /** P(time in queue and service > t). */
  sojournTail(t: number): number {
    const { servers, load, service, waits } = this
    const spare = servers - 1 - load
    // At spare = 0 wait and service have the same rate; the limit of the quotient is t/E[S].
    const waited = spare === 0 ? t / service : (1 - exp((-spare * t) / service)) / spare
    return exp(-t / service) * (1 + waits * waited)
  }

  /** Quantile of the time in queue and service [s], p in [0, 1). */
  sojournQuantile(p: number): number {
    return quantileOfTail((t) => this.sojournTail(t), p)
  }

  /** P(n requests in queue and service), by the recursion of the birth-death process. */
  inSystem(n: number): number {
    const { servers, load, waits } = this
    // P(c) = C(c, a)·(1 − ρ); below c the recursion P(n) = P(n+1)·(n+1)/a, above it P(n+1) = P(n)·ρ.
    let probability = waits * (1 - load / servers)
    for (let k = servers; k > n; k--) probability *= k / load
    for (let k = servers; k < n; k++) probability *= load / servers
    return probability
  }
}
