import { expect, test } from 'vitest'
import type { RunResult, SeriesName } from '../../src/engine/runResult'
import { StreamedDraws } from '../../src/kernel/random/streamedDraws'
import { changedDraws } from '../fixtures/changedDraws'
import { coarseDraws } from '../fixtures/coarseDraws'
import { forAllScenarios } from '../fixtures/forAll'
import { always, edge, scenario, server, simulate, singleServer, spike } from '../fixtures/scenario'
import { cpu, db, io, ram } from '../fixtures/timeline'

/*
 * An oracle for what the dashboards show: every figure that can be is computed a second time, from the log of requests
 * and as plainly as possible.
 */

test('figures, histogram and buckets of random scenarios are those of their request logs', () => {
  forAllScenarios(150, 40, (of, seed) => checkFigures(simulate(of, { draws: new StreamedDraws(seed, 0) })))
})

test('so are they when everything happens at sixteenths of a second, where buckets meet', () => {
  const sixteenth = 1 / 16
  const of = scenario({
    servers: [server('srv', [cpu(62.5), io(125)], { cpu_cores: 2 })],
    edges: [edge('client', 'srv', { dropout_rate: 0.1, latency: always(sixteenth) }), edge('srv', 'client')],
    users: always(16),
    events: [spike('client→srv', 20, 40, 8 * sixteenth)],
  })
  const draws = coarseDraws(new StreamedDraws(1, 0))
  const result = simulate(of, { draws })
  const atBorders = result.requests.finish.filter((time) => Number.isInteger(time)).length
  expect(atBorders).toBeGreaterThan(40)
  checkFigures(result)
})

test('of a hundred thousand requests none is left behind, and each gets what it needs', () => {
  const of = singleServer([ram(1), cpu(1), db(2), cpu(1)], {
    resources: { cpu_cores: 2, db_connection_pool: 2, ram_mb: 64 },
    users: { mean: 700, distribution: 'poisson' },
    window: 150,
    horizon: 300,
  })
  // Requests in the first window, silence in the second.
  const draws = changedDraws(new StreamedDraws(1, 0), { users: (_, window) => (window === 0 ? 700 : 0) })
  const { summary } = simulate(of, { draws })
  expect(summary.requests.completed).toBeGreaterThan(100_000)
  expect(summary.requests.completed).toBe(summary.requests.generated)
  expect(summary.requests.inFlight).toBe(0)
  expect(summary.latency.min).toBeGreaterThan(0.007 - 1e-12)
})

function checkFigures(result: RunResult): void {
  const { summary, horizon, sanity } = result
  const all = loggedRequests(result)
  const completed = all.filter(({ outcome }) => outcome === 'completed')
  checkLatencies(result, completed.map(latencyOf))
  checkSeconds(result, all, completed)

  const { requests } = summary
  for (const [edge, count] of Object.entries(requests.droppedByEdge))
    expect(count).toBe(all.filter(({ outcome }) => outcome === `dropped:${edge}`).length)
  expect(requests.outcomes.no_server_up).toBe(all.filter(({ outcome }) => outcome === 'no_server_up').length)
  expect(requests.generated).toBe(all.length + requests.inFlight)

  const { inSystem, product, lost, unfinished } = sanity.littlesLaw
  const lostTime = sum(all.filter(({ outcome }) => outcome !== 'completed').map(latencyOf))
  expectClose(product, sum(completed.map(latencyOf)) / horizon)
  expectClose(lost, lostTime / horizon)
  expectClose(inSystem, product + lost + unfinished)
}

interface LoggedRequest {
  readonly start: number
  readonly finish: number
  readonly outcome: string
}

const latencyOf = ({ start, finish }: LoggedRequest) => finish - start

function loggedRequests({ requests: { start, finish, outcome, outcomeNames } }: RunResult): LoggedRequest[] {
  return Array.from(start, (_, i) => ({ start: start[i]!, finish: finish[i]!, outcome: outcomeNames[outcome[i]!]! }))
}

function checkLatencies({ summary: { latency, phases }, histogram }: RunResult, latencies: readonly number[]): void {
  const n = latencies.length
  expect(latency.count).toBe(n)
  if (n === 0) return
  const sorted = latencies.toSorted((a, b) => a - b)
  const mean = sum(sorted) / n
  expectClose(latency.mean!, mean)
  expectClose(latency.stdDev! ** 2, sum(sorted.map((value) => (value - mean) ** 2)) / n)
  expect([latency.min, latency.max]).toEqual([sorted[0], sorted.at(-1)])
  for (const [shown, p] of [
    [latency.p50, 0.5],
    [latency.p90, 0.9],
    [latency.p95, 0.95],
    [latency.p99, 0.99],
    [latency.p999, 0.999],
  ] as const) {
    // Between the two values on both sides of the rank, in proportion.
    const rank = p * (n - 1)
    const [below, above] = [sorted[Math.floor(rank)]!, sorted[Math.ceil(rank)]!]
    expectClose(shown!, below + (above - below) * (rank % 1))
  }
  expectClose(sum(Object.values(phases!)), mean)
  const { edges, counts } = histogram
  const last = counts.length - 1
  expect(Array.from(counts)).toEqual(
    Array.from(
      counts,
      (_, i) =>
        sorted.filter((x) => x >= edges[i]! && (x < edges[i + 1]! || (i === last && x === edges[i + 1]))).length,
    ),
  )
}

/** Bucket b counts what happened in (b − 1, b]; the first one also what happened at 0. */
function checkSeconds(
  { horizon, series, summary }: RunResult,
  all: readonly LoggedRequest[],
  completed: readonly LoggedRequest[],
): void {
  const shown = (name: SeriesName) => Array.from(series.find(({ metric }) => metric === name)!.mean)
  const counted = (times: readonly number[]) => {
    const counts = new Array<number>(horizon).fill(0)
    for (const time of times) counts[Math.max(0, Math.ceil(time) - 1)]!++
    return counts
  }
  const completions = counted(completed.map(({ finish }) => finish))
  expect(shown('completed')).toEqual(completions)
  expect(summary.throughput).toEqual({ mean: completed.length / horizon, max: Math.max(...completions) })
  // What is still in flight is not in the log.
  const started = counted(all.map(({ start }) => start))
  expect(shown('offered').filter((count, second) => count < started[second]!)).toEqual([])
  expect(sum(shown('offered'))).toBe(summary.requests.generated)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(expected)))
}
