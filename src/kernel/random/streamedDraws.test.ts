import { describe, expect, test } from 'vitest'
import type { Distribution } from './distributions/distribution'
import { StreamedDraws } from './streamedDraws'
import { RandomStreams } from './streams'

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

describe('every draw has its place in a stream of its own', () => {
  const draws = new StreamedDraws(3, 4)
  const block = (purpose: string, component: string, n: number) => {
    const stream = new RandomStreams(3, 4).stream(purpose, component)
    stream.seek(n)
    return { first: stream.first, second: stream.second }
  }

  test('users: a block for each window', () => {
    const arrivals = draws.arrivals('w', variate)
    for (const window of [0, 1, 70]) expect(arrivals.users(window)).toBe(block('users', 'w', window).first)
  })

  test('gaps: two of a block', () => {
    const arrivals = draws.arrivals('w', variate)
    for (let n = 0; n < 200; n += 2) {
      const { first, second } = block('gaps', 'w', n / 2)
      expect(arrivals.gap(n)).toBeCloseTo(-Math.log(1 - first), 12)
      expect(arrivals.gap(n + 1)).toBeCloseTo(-Math.log(1 - second), 12)
    }
  })

  test('a link: a block for each request, which says whether it is lost and how long it takes', () => {
    for (const ordinal of ORDINALS) {
      const { first, second } = block('link', 'l', ordinal)
      expect(draws.link('l', first, variate).isLost(ordinal), 'at its own variate').toBe(false)
      const link = draws.link('l', first + 2 ** -50, variate)
      expect(link.isLost(ordinal), 'above its variate').toBe(true)
      expect(link.latency()).toBe(second)
    }
  })

  test('an endpoint: a block for each request, and none where there is no choice', () => {
    const server = draws.server('s')
    for (const ordinal of ORDINALS) {
      expect(server.endpoint(ordinal, CELLS)).toBe(Math.floor(block('endpoint', 's', ordinal).first * CELLS))
      expect(server.endpoint(ordinal, 1)).toBe(0)
    }
  })

  test('a demand: a block for each request', () => {
    const demand = draws.demand('s', '/x', 2, variate)
    for (const ordinal of ORDINALS) expect(demand.of(ordinal)).toBe(block('demand', 's//x/2', ordinal).first)
  })
})
