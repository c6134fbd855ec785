/**
 * Mean time in the queue of M/G/1, first come, first served: Pollaczek and Khinchine's formula,
 * W = ρ·E[S]·(1 + C²) / (2·(1 − ρ)) [s]; Infinity from ρ = 1 on.
 * @param load ρ = λ·E[S]
 * @param service E[S] [s]
 * @param scv C², squared coefficient of variation of the service time: 0 for M/D/1, 1 for M/M/1
 */
export function mg1MeanWait(load: number, service: number, scv: number): number {
  return load >= 1 ? Number.POSITIVE_INFINITY : (load * service * (1 + scv)) / (2 * (1 - load))
}

/**
 * Standard deviation of the time in the queue of M/G/1, first come, first served [s], after Takács (1962):
 * E[W²] = 2·E[W]² + λ·E[S³] / (3·(1 − ρ)).
 * @param rate λ of the arrivals [1/s]; λ·E[S] < 1
 * @param moments E[S], E[S²], E[S³] of the service time [s, s², s³]
 */
export function mg1WaitDeviation(rate: number, [first, second, third]: readonly [number, number, number]): number {
  const spare = 1 - rate * first
  const mean = (rate * second) / (2 * spare)
  return Math.sqrt(mean * mean + (rate * third) / (3 * spare))
}
