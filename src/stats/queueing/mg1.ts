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
