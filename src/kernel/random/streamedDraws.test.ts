import { expect, test } from 'vitest'
import type { Distribution } from './distributions/distribution'
import { StreamedDraws } from './streamedDraws'

/** Uniform on (0, 1): what is drawn is the variate itself. */
const variate: Distribution = {
  mean: 0.5,
  quantile: (u) => u,
  cumulative: (x) => x,
  survival: (x) => 1 - x,
  limitedMean: (x) => x - (x * x) / 2,
}

/** Variates are told apart by so many bits; exponential gaps lose some of the others. */
const CELLS = 2 ** 40
const ORDINALS = Array.from({ length: 200 }, (_, ordinal) => ordinal)

/** The cells of all variates that a run draws for two components, which have the same names in every role. */
function drawnCells(seed: number, replication: number): number[] {
  const draws = new StreamedDraws(seed, replication)
  return ['a', 'b'].flatMap((component) => {
    const arrivals = draws.arrivals(component, variate)
    const link = draws.link(component, 0, variate)
    const server = draws.server(component)
    const demands = ['/', '/x'].flatMap((endpoint) =>
      [0, 1].map((step) => draws.demand(component, endpoint, step, variate)),
    )
    return ORDINALS.flatMap((ordinal) => {
      link.isLost(ordinal)
      const uniform = [
        arrivals.users(ordinal),
        1 - Math.exp(-arrivals.gap(ordinal)),
        link.latency(),
        ...demands.map((demand) => demand.of(ordinal)),
      ]
      return [server.endpoint(ordinal, CELLS), ...uniform.map((u) => Math.floor(u * CELLS))]
    })
  })
}

test('no variate is drawn for two purposes, components, requests, replications or seeds', () => {
  const all = [...drawnCells(1, 0), ...drawnCells(1, 1), ...drawnCells(2, 0)]
  // 9,600 values in 2⁴⁰ cells: two of them meet by accident in 4 of 100,000 choices of the seeds.
  expect(new Set(all).size).toBe(all.length)
})
