import { describe, expect, test } from 'vitest'
import { StreamedDraws } from '../../src/kernel/random/streamedDraws'
import { RandomStreams } from '../../src/kernel/random/streams'
import { lawOf } from './laws'
import {
  CRITICAL_Z,
  chiSquare,
  correlationZ,
  criticalChiSquare,
  criticalDistance,
  distance,
  momentsOf,
  serialCorrelationZ,
} from './statistics'

const N = 1_000_000
const LAGS = [1, 2, 3, 4, 5]

/** Both variates of every block, in the order in which gaps between arrivals take them. */
function uniforms(count: number, purpose: string, component: string, seed = 1, replication = 0): Float64Array {
  const stream = new RandomStreams(seed, replication).stream(purpose, component)
  const values = new Float64Array(count)
  for (let i = 0; i < count; i += 2) {
    stream.seek(i / 2)
    values[i] = stream.first
    if (i + 1 < count) values[i + 1] = stream.second
  }
  return values
}

/** The largest |z| of the correlations of any two of the lists. */
function largestCorrelation(lists: readonly Float64Array[]): number {
  let largest = 0
  for (let i = 0; i < lists.length; i++) {
    for (let j = 0; j < i; j++) largest = Math.max(largest, Math.abs(correlationZ(lists[i]!, lists[j]!)))
  }
  return largest
}

/** χ² of successive pairs in a grid of 64 × 64 cells. */
function pairsChiSquare(values: Float64Array): number {
  const cells = new Uint32Array(64 * 64)
  for (let i = 1; i < values.length; i++) cells[Math.floor(values[i - 1]! * 64) * 64 + Math.floor(values[i]! * 64)]!++
  return chiSquare(cells, () => (values.length - 1) / cells.length)
}

describe.each([
  ['users', 'rqs-1'],
  ['gaps', 'rqs-1'],
  ['link', 'client-to-server'],
  ['demand', 'srv-1//predict/0'],
])('stream %s/%s', (purpose, component) => {
  const values = uniforms(N, purpose, component)

  test('is uniform', () => {
    const { mean, variance } = momentsOf(values)
    expect(Math.abs(mean - 1 / 2) * Math.sqrt(12 * N)).toBeLessThan(CRITICAL_Z)
    // The squared deviation of a uniform variate has variance 1/180.
    expect(Math.abs(variance - 1 / 12) * Math.sqrt(180 * N)).toBeLessThan(CRITICAL_Z)
    expect(distance(values.slice().sort(), (x) => x)).toBeLessThan(criticalDistance(N))
  })

  test('does not remember', () => {
    for (const lag of LAGS) expect(Math.abs(serialCorrelationZ(values, lag)), `lag ${lag}`).toBeLessThan(CRITICAL_Z)
    expect(pairsChiSquare(values)).toBeLessThan(criticalChiSquare(64 * 64 - 1))
  })
})

test('a hundred streams of adjacent names, seeds or replications are independent', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => i)
  expect(largestCorrelation(hundred.map((i) => uniforms(10_000, 'link', `edge-${i}`)))).toBeLessThan(CRITICAL_Z)
  expect(largestCorrelation(hundred.map((i) => uniforms(10_000, 'link', 'edge', i)))).toBeLessThan(CRITICAL_Z)
  expect(largestCorrelation(hundred.map((i) => uniforms(10_000, 'link', 'edge', 1, i)))).toBeLessThan(CRITICAL_Z)
})

test('one stream for two purposes would be noticed', () => {
  const shared = uniforms(10_000, 'link', 'edge-1')
  const exponential = lawOf(['exponential', 1])
  const logNormal = lawOf(['logNormal', 0, 1])
  const [gaps, latencies] = [exponential, logNormal].map((law) => shared.map((u) => law.quantile(u)))
  expect(largestCorrelation([gaps!, latencies!])).toBeGreaterThan(CRITICAL_Z)
})

test('a stream that repeats every other value would be noticed', () => {
  const values = uniforms(N, 'gaps', 'rqs-1')
  for (let i = 4; i < N; i += 20) values[i] = values[i - 1]!
  expect(serialCorrelationZ(values, 1)).toBeGreaterThan(CRITICAL_Z)
  expect(pairsChiSquare(values)).toBeGreaterThan(criticalChiSquare(64 * 64 - 1))
})

describe('the draws of a run', () => {
  const draws = new StreamedDraws(7, 0)

  test('gaps between arrivals are exponential and independent', () => {
    const arrivals = draws.arrivals('rqs-1', lawOf(['poisson', 50]))
    const gaps = Float64Array.from({ length: N }, (_, n) => arrivals.gap(n))
    for (const lag of LAGS) expect(Math.abs(serialCorrelationZ(gaps, lag)), `lag ${lag}`).toBeLessThan(CRITICAL_Z)
    const exponential = lawOf(['exponential', 1])
    expect(distance(gaps.sort(), (x) => exponential.cumulative(x))).toBeLessThan(criticalDistance(N))
  })

  test('users follow their law, independently of the gaps', () => {
    const users = lawOf(['poisson', 50])
    const arrivals = draws.arrivals('rqs-1', users)
    const counts = Float64Array.from({ length: N }, (_, window) => arrivals.users(window))
    const gaps = Float64Array.from({ length: N }, (_, n) => arrivals.gap(n))
    expect(Math.abs(correlationZ(counts, gaps))).toBeLessThan(CRITICAL_Z)
    expect(distance(counts.sort(), (x) => users.cumulative(x))).toBeLessThan(criticalDistance(N))
  })

  test.each([0.001, 0.03, 0.5])('a link loses the share %d, whatever the latency', (dropoutRate) => {
    const latency = lawOf(['logNormal', -5, 0.5])
    const link = draws.link('edge-1', dropoutRate, latency)
    const lost = new Float64Array(N)
    const latencies = new Float64Array(N)
    for (let i = 0; i < N; i++) {
      lost[i] = link.isLost(i) ? 1 : 0
      latencies[i] = link.latency()
    }
    const share = momentsOf(lost).mean
    const error = Math.sqrt((dropoutRate * (1 - dropoutRate)) / N)
    expect(Math.abs(share - dropoutRate) / error).toBeLessThan(CRITICAL_Z)
    for (const lag of LAGS) expect(Math.abs(serialCorrelationZ(lost, lag)), `lag ${lag}`).toBeLessThan(CRITICAL_Z)
    const kept = latencies.filter((_, i) => lost[i] === 0)
    expect(distance(kept.sort(), (x) => latency.cumulative(x))).toBeLessThan(criticalDistance(kept.length))
  })

  test.each([2, 3, 7, 64])('each of %d endpoints is chosen equally often, and after each', (count) => {
    const server = draws.server('srv-1')
    const chosen = Float64Array.from({ length: N }, (_, ordinal) => server.endpoint(ordinal, count))
    const pairs = new Uint32Array(count * count)
    for (let i = 1; i < N; i++) pairs[chosen[i - 1]! * count + chosen[i]!]!++
    expect(chiSquare(pairs, () => (N - 1) / pairs.length)).toBeLessThan(criticalChiSquare(pairs.length - 1))
  })

  test('demands of two steps of one endpoint are independent', () => {
    const law = lawOf(['gamma', 2.5, 0.01])
    const steps = [0, 1, 2].map((step) => {
      const demand = draws.demand('srv-1', '/predict', step, law)
      return Float64Array.from({ length: 100_000 }, (_, ordinal) => demand.of(ordinal))
    })
    expect(largestCorrelation(steps)).toBeLessThan(CRITICAL_Z)
  })
})
