import { describe, expect, it } from 'vitest'
import { balanced, edge, exponential, scenario, server, simulate, singleServer } from '../../tests/fixtures/scenario'
import type { Scenario } from '../catalog/specs'
import { differenceHistogram } from './differenceHistogram'
import { pairRequests } from './pairing'
import { phaseNames } from './phaseTimes'
import type { RequestLog } from './runResult'

const COMPLETED = 0
const DROPPED = 2

interface Ended {
  readonly id: number
  readonly latency: number
  readonly outcome?: number
  readonly start?: number
  /** Waiting for a core [s]; the rest is time on the network. */
  readonly cpuWait?: number
}

/** A log in which request n starts at n seconds. */
function log(ended: readonly Ended[], phasesOf = ended.length): RequestLog {
  const starts = ended.map(({ id, start = id }) => start)
  return {
    id: Uint32Array.from(ended, ({ id }) => id),
    start: Float64Array.from(starts),
    finish: Float64Array.from(ended, ({ latency }, i) => starts[i]! + latency),
    outcome: Uint16Array.from(ended, ({ outcome = COMPLETED }) => outcome),
    phases: Float64Array.from(
      ended.slice(0, phasesOf).flatMap(({ latency, cpuWait = 0 }) => [latency - cpuWait, 0, cpuWait, 0, 0, 0, 0, 0, 0]),
    ),
    outcomeNames: ['completed', 'no_server_up', 'dropped:edge'],
    truncated: false,
  }
}

describe('pairing the requests of two runs', () => {
  const before = log([
    { id: 1, latency: 1 },
    { id: 3, latency: 2, cpuWait: 1 },
    { id: 2, latency: 4, cpuWait: 3 },
    { id: 4, latency: 1 },
    { id: 5, latency: 1, outcome: DROPPED },
    { id: 6, latency: 1, outcome: DROPPED },
    { id: 9, latency: 1 },
    { id: 10, latency: 1 },
  ])
  const after = log([
    { id: 2, latency: 1 },
    { id: 1, latency: 1 },
    { id: 3, latency: 2.5, cpuWait: 1.5 },
    { id: 4, latency: 1, outcome: DROPPED },
    { id: 5, latency: 1 },
    { id: 6, latency: 1, outcome: DROPPED },
    { id: 7, latency: 1 },
    { id: 8, latency: 1 },
    { id: 10, latency: 1, outcome: DROPPED },
  ])
  const pairing = pairRequests(before, after)

  it('tells what became of each, whatever the order in which they ended', () => {
    expect(pairing.counts).toEqual({
      faster: 1,
      slower: 1,
      unchanged: 1,
      lost: 2,
      saved: 1,
      failedInBoth: 1,
      onlyBefore: 1,
      onlyAfter: 2,
    })
    expect(pairing.sameArrivals).toBe(true)
  })

  it('gives mean and quantiles of the change, after minus before', () => {
    // −3, 0 and 0.5.
    expect(pairing.latency).toMatchObject({ min: -3, p25: -1.5, p50: 0, p75: 0.25, max: 0.5 })
    expect(pairing.latency?.mean).toBeCloseTo(-2.5 / 3, 12)
  })

  it('names the phase that explains it', () => {
    expect(pairing.phases?.count).toBe(3)
    expect(pairing.phases?.means).toMatchObject({ cpu_wait: -2.5 / 3, network: 0, ram_wait: 0 })
    expect(pairing.changedMost).toEqual([
      { ordinal: 2, start: 2, before: 4, after: 1, phase: 'cpu_wait' },
      { ordinal: 3, start: 3, before: 2, after: 2.5, phase: 'cpu_wait' },
    ])
  })

  it('does without the phases where a run has not kept them', () => {
    const cut = pairRequests(log([{ id: 1, latency: 2 }], 0), log([{ id: 1, latency: 3 }]))
    expect(cut).toMatchObject({ phases: undefined, changedMost: [{ ordinal: 1, phase: undefined }] })
  })

  it('takes rounding for no change', () => {
    const rounded = pairRequests(log([{ id: 1, latency: 0.1 }]), log([{ id: 1, latency: 0.1 + 1e-13 }]))
    expect(rounded).toMatchObject({ counts: { unchanged: 1 }, changedMost: [] })
  })

  it('notices that the requests are not the same', () => {
    const shifted = pairRequests(log([{ id: 1, latency: 1 }]), log([{ id: 1, latency: 1, start: 1.5 }]))
    expect(shifted.sameArrivals).toBe(false)
  })

  it('has nothing to say of runs without a common request', () => {
    const none = pairRequests(log([{ id: 1, latency: 1 }]), log([]))
    expect(none).toMatchObject({ latency: undefined, phases: undefined, changedMost: [], counts: { onlyBefore: 1 } })
    expect(none.histogram.counts).toHaveLength(0)
  })

  it('lists the twenty that changed most, the largest change first', () => {
    const ended = (factor: number) => Array.from({ length: 50 }, (_, i) => ({ id: i + 1, latency: 1 + i * factor }))
    const { changedMost } = pairRequests(log(ended(0)), log(ended(0.5)))
    expect(changedMost.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 20 }, (_, i) => 50 - i))
  })
})

describe('the histogram of differences', () => {
  it('counts every value, parts faster from slower at 0, and keeps a far one from squeezing the rest', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => (i - 300) / 1000 + 0.0005)
    values[999] = 1e6
    const { edges, counts } = differenceHistogram(values)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1000)
    expect(edges).toHaveLength(counts.length + 1)
    const zero = edges.indexOf(0)
    expect(zero).toBeGreaterThan(0)
    expect(counts.subarray(0, zero).reduce((sum, count) => sum + count, 0)).toBe(300)
    expect(edges.at(-1)).toBeLessThan(1)
  })

  it('has one bin at least, on the right side of 0', () => {
    const { edges, counts } = differenceHistogram(Float64Array.of(-2, -2))
    expect(edges.at(-1)).toBe(0)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
  })
})

/** A server that is short of cores beside one that is not. */
function twoServers(coresOfB: number): Scenario {
  const work = [{ kind: 'cpu_bound_operation', step_operation: { cpu_time: exponential(0.08) } }] as const
  return scenario({
    servers: [server('a', work, { cpu_cores: 4 }), server('b', work, { cpu_cores: coresOfB })],
    edges: [
      edge('client', 'lb'),
      ...['a', 'b'].flatMap((id) => [
        edge('lb', id, { latency: exponential(0.005), dropout_rate: 0.02 }),
        edge(id, 'client'),
      ]),
    ],
    balancer: 'round_robin',
    users: { mean: 20, distribution: 'poisson' },
    horizon: 120,
  })
}

describe('two runs with one seed', () => {
  const startsOf = ({ id, start }: RequestLog) => new Map(Array.from(id, (ordinal, row) => [ordinal, start[row]]))

  it('F02 have the same arrivals when only the cores of one server differ, and so differ by the change alone', () => {
    const [one, two] = [simulate(twoServers(1)), simulate(twoServers(2))]
    expect(two.summary.requests.generated).toBe(one.summary.requests.generated)
    const startsOfTwo = startsOf(two.requests)
    const common = [...startsOf(one.requests)].filter(([ordinal]) => startsOfTwo.has(ordinal))
    expect(common.length).toBeGreaterThan(2000)
    for (const [ordinal, start] of common) expect(startsOfTwo.get(ordinal)).toBe(start)

    const { counts, sameArrivals, latency, phases } = pairRequests(one.requests, two.requests)
    expect(sameArrivals).toBe(true)
    // Losses are drawn for each request and edge, whatever the servers do.
    expect(counts).toMatchObject({ slower: 0, lost: 0, saved: 0 })
    expect(counts.failedInBoth).toBeGreaterThan(20)
    // Half of the requests go to server a, where nothing changed; most of the others had waited.
    expect(counts.unchanged).toBeGreaterThan(counts.faster)
    expect(counts.faster).toBeGreaterThan(500)
    expect(latency?.mean).toBeLessThan(0)
    for (const name of phaseNames) {
      if (name === 'cpu_wait') expect(phases?.means[name]).toBeCloseTo(latency!.mean, 9)
      else expect(phases?.means[name]).toBeCloseTo(0, 9)
    }
  })

  it('do not have the same arrivals when the workload differs, nor with another seed', () => {
    const work = [{ kind: 'io_wait', step_operation: { io_waiting_time: 0.01 } }] as const
    const base = simulate(singleServer(work))
    const more = simulate(singleServer(work, { rpm: 90 }))
    const reseeded = simulate(balanced(2, work), { seed: 2 })
    expect(pairRequests(base.requests, more.requests).sameArrivals).toBe(false)
    expect(pairRequests(base.requests, reseeded.requests).sameArrivals).toBe(false)
  })
})
