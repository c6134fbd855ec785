import { exp, ln } from '../../kernel/math/ln'

/**
 * Mean time in the queue of M/D/c, first come, first served [s]; Infinity from a = c on. Crommelin's formula (1932):
 *
 *   W = D · Σ_k [ P(N_k ≥ kc) − (c/a)·P(N_k ≥ kc + 1) ],   N_k Poisson with mean ka,   k = 1, 2, …
 *
 * It is Spitzer's identity for every c-th customer, who waits as in E_c/D/1. Relative error below 1e-9.
 * Takes about 1/(c·(1 − ρ)³) steps: quick below ρ = 0.99.
 * @param servers c, whole, ≥ 1
 * @param load a = λ·D > 0 [Erlang]
 * @param service D > 0 [s]
 */
export function mdcMeanWait(servers: number, load: number, service: number): number {
  if (load >= servers) return Number.POSITIVE_INFINITY
  const ratio = load / servers
  let sum = 0
  for (let n = servers; ; n += servers) {
    const term = poissonAt(n, ratio) * tailFactor(n, ratio)
    sum += term
    // The terms fall faster than a geometric series whose remainder is term/(1 − ρ)²; of many idle servers all are 0.
    if (term <= 1e-10 * sum * (1 - ratio) * (1 - ratio)) return service * sum
  }
}

/**
 * P(N ≥ n) − P(N ≥ n + 1)/ρ over P(N = n), for N Poisson with mean m = nρ: summed as
 * Σ_j Π_{i ≤ j} m/(n + i) · (j + 1)/(n + j + 1), whose terms are all positive, so that nothing cancels.
 */
function tailFactor(n: number, ratio: number): number {
  let sum = 0
  let product = 1
  for (let j = 0; ; j++) {
    const term = (product * (j + 1)) / (n + j + 1)
    sum += term
    product *= (n * ratio) / (n + j + 1)
    if (term < 1e-13 * sum && j * (1 - ratio) > 1) return sum
  }
}

/** P(N = n) for N Poisson with mean n·ratio, n ≥ 1, by Stirling's series for n!. */
function poissonAt(n: number, ratio: number): number {
  if (n < STIRLING_FROM) {
    let probability = exp(-n * ratio)
    for (let i = 1; i <= n; i++) probability *= (n * ratio) / i
    return probability
  }
  const square = n * n
  const series = (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / n
  return exp(n * (ln(ratio) + 1 - ratio) - series) / Math.sqrt(2 * Math.PI * n)
}

/** From here on the first term left out of the series is below 1e-12. */
const STIRLING_FROM = 20
