import { describe, expect, test } from 'vitest'
import { simulate, singleServer } from '../../tests/fixtures/scenario'
import { syntheticRun } from '../../tests/fixtures/syntheticRun'
import { cpu } from '../../tests/fixtures/timeline'
import { chooseRequests } from './requestChoice'
import type { RequestLog } from './runResult'

const { requests } = syntheticRun()

/** A log of so many requests that completed, with these latencies [s]. */
function logOf(count: number, latency: (i: number) => number = () => 1): RequestLog {
  return {
    ...requests,
    id: Uint32Array.from({ length: count }, (_, i) => i + 1),
    start: new Float64Array(count),
    finish: Float64Array.from({ length: count }, (_, i) => latency(i)),
    outcome: new Uint16Array(count),
  }
}

const idsOf = (list: readonly { readonly id: number }[]) => list.map(({ id }) => id)

test('the slowest come slowest first, the failed in the order of their ends, each up to a bound', () => {
  const { slowest, failed } = chooseRequests(requests, { rate: 0.01 }, { slowest: 2, failed: 1, sampled: 10 })
  expect(idsOf(slowest.requests)).toEqual([3, 2])
  expect(slowest.of).toBe(4)
  expect(failed.requests).toMatchObject([{ id: 4, outcome: 'dropped:lb-srv1' }])
  expect(failed.of).toBe(2)
  expect(chooseRequests(requests, { rate: 0.01 }).failed.requests).toMatchObject([
    { id: 4, outcome: 'dropped:lb-srv1' },
    { id: 6, outcome: 'no_server_up' },
  ])
})

test('the slowest are found whatever the order in which they ended', () => {
  const latencies = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5003)
  const expected = latencies
    .map((latency, i) => ({ latency, id: i + 1 }))
    .sort((a, b) => b.latency - a.latency)
    .slice(0, 100)
  for (const at of [(i: number) => latencies[i]!, (i: number) => i, (i: number) => -i]) {
    const { requests: slowest } = chooseRequests(logOf(5000, at), { rate: 0 }).slowest
    const sorted = Array.from({ length: 5000 }, (_, i) => at(i)).sort((a, b) => b - a)
    expect(slowest.map(({ finish }) => finish)).toEqual(sorted.slice(0, 100))
  }
  expect(
    idsOf(
      chooseRequests(
        logOf(5000, (i) => latencies[i]!),
        { rate: 0 },
      ).slowest.requests,
    ),
  ).toEqual(idsOf(expected))
})

describe('the head-based sample', () => {
  const count = 100_000

  test.each([0.001, 0.01, 0.1])('holds a share of %d, spread over the run', (rate) => {
    const { sampled } = chooseRequests(logOf(count), { rate })
    // Binomial: four standard deviations of the whole, and of each tenth.
    const within = (found: number, of: number) => Math.abs(found - rate * of) <= 4 * Math.sqrt(rate * of)
    expect(within(sampled.of, count)).toBe(true)
    expect(sampled.requests).toHaveLength(sampled.of)
    for (let tenth = 0; tenth < 10; tenth++) {
      const [from, to] = [(tenth * count) / 10, ((tenth + 1) * count) / 10]
      const found = sampled.requests.filter(({ id }) => id > from && id <= to).length
      expect(within(found, count / 10)).toBe(true)
    }
  })

  test('of a larger rate holds that of a smaller one', () => {
    const [few, many] = [0.01, 0.1].map((rate) => idsOf(chooseRequests(logOf(count), { rate }).sampled.requests))
    const all = new Set(many)
    expect(few!.every((id) => all.has(id))).toBe(true)
  })

  test('is halved until it fits', () => {
    const { sampled } = chooseRequests(logOf(count), { rate: 0.1 }, { slowest: 1, failed: 1, sampled: 4000 })
    expect(sampled.of).toBeGreaterThan(9000)
    expect(sampled.requests.length).toBeGreaterThan(2000)
    expect(sampled.requests.length).toBeLessThanOrEqual(4000)
    const larger = new Set(idsOf(chooseRequests(logOf(count), { rate: 0.1 }).sampled.requests))
    expect(sampled.requests.every(({ id }) => larger.has(id))).toBe(true)
  })

  test('takes the same requests whatever becomes of them: those of both runs that ended in both', () => {
    const users = { mean: 30, distribution: 'poisson' } as const
    const [fast, slow] = [10, 25].map((ms) => simulate(singleServer([cpu(ms)], { users, horizon: 120 }), { seed: 3 }))
    const [first, second] = [fast!, slow!].map((run) => chooseRequests(run.requests, { rate: 0.1 }).sampled.requests)
    const ended = new Set(slow!.requests.id)
    expect(idsOf(second!).length).toBeGreaterThan(100)
    expect(idsOf(first!).filter((id) => ended.has(id))).toEqual(idsOf(second!))
  })
})

test('one request can be asked for, as far as it has ended', () => {
  expect(chooseRequests(requests, { rate: 0, wanted: 4 }).wanted).toMatchObject({ id: 4, outcome: 'dropped:lb-srv1' })
  expect(chooseRequests(requests, { rate: 0, wanted: 999 }).wanted).toBeUndefined()
  expect(chooseRequests(requests, { rate: 0 }).wanted).toBeUndefined()
})
