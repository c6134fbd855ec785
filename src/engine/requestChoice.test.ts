import { describe, expect, test } from 'vitest'
import { simulate, singleServer } from '../../tests/fixtures/scenario'
import { syntheticRun } from '../../tests/fixtures/syntheticRun'
import { cpu } from '../../tests/fixtures/timeline'
import { chooseRequests, type RequestKind } from './requestChoice'
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

const idsOf = ({ id }: RequestLog, { places }: RequestKind) => Array.from(places, (place) => id[place]!)

test('the slowest come slowest first, the failed in the order of their ends, each up to a bound', () => {
  const { slowest, failed } = chooseRequests(requests, { rate: 0.01 }, { slowest: 2, failed: 1, sampled: 10 })
  expect(idsOf(requests, slowest)).toEqual([3, 2])
  expect(slowest.of).toBe(4)
  expect(idsOf(requests, failed)).toEqual([4])
  expect(failed.of).toBe(2)
  expect(idsOf(requests, chooseRequests(requests, { rate: 0.01 }).failed)).toEqual([4, 6])
})

test('the slowest are found whatever the order in which they ended', () => {
  for (const latency of [(i: number) => (i * 7919) % 5003, (i: number) => i, (i: number) => -i]) {
    const log = logOf(5000, latency)
    const { slowest } = chooseRequests(log, { rate: 0 })
    const sorted = log.finish.toSorted().reverse()
    expect(Array.from(slowest.places, (place) => log.finish[place])).toEqual([...sorted.slice(0, 100)])
  }
})

describe('the head-based sample', () => {
  const log = logOf(100_000)
  const sampleOf = (rate: number) => idsOf(log, chooseRequests(log, { rate }).sampled)

  test.each([0.001, 0.01, 0.1])('holds a share of %d, spread over the run', (rate) => {
    // Binomial: four standard deviations of the whole, and of each tenth.
    const within = (found: number, of: number) => Math.abs(found - rate * of) <= 4 * Math.sqrt(rate * of)
    const ids = sampleOf(rate)
    expect(within(ids.length, 100_000)).toBe(true)
    for (let from = 0; from < 100_000; from += 10_000) {
      expect(within(ids.filter((id) => id > from && id <= from + 10_000).length, 10_000)).toBe(true)
    }
  })

  test('of a larger rate holds that of a smaller one', () => {
    const all = new Set(sampleOf(0.1))
    expect(sampleOf(0.01).every((id) => all.has(id))).toBe(true)
  })

  test('is halved until it fits', () => {
    const { sampled } = chooseRequests(log, { rate: 0.1 }, { slowest: 1, failed: 1, sampled: 4000 })
    expect(sampled.of).toBe(sampleOf(0.1).length)
    expect(sampled.places.length).toBeGreaterThan(2000)
    expect(sampled.places.length).toBeLessThanOrEqual(4000)
    const larger = new Set(sampleOf(0.1))
    expect(idsOf(log, sampled).every((id) => larger.has(id))).toBe(true)
  })

  test('takes the same requests whatever becomes of them: those of both runs that ended in both', () => {
    const users = { mean: 30, distribution: 'poisson' } as const
    const [fast, slow] = [10, 25].map((ms) => simulate(singleServer([cpu(ms)], { users, horizon: 120 }), { seed: 3 }))
    const [first, second] = [fast!, slow!].map((run) =>
      idsOf(run.requests, chooseRequests(run.requests, { rate: 0.1 }).sampled),
    )
    const ended = new Set(slow!.requests.id)
    expect(second!.length).toBeGreaterThan(100)
    expect(first!.filter((id) => ended.has(id))).toEqual(second)
  })
})

test('one request can be asked for, as far as it has ended', () => {
  const place = chooseRequests(requests, { rate: 0, wanted: 4 }).wanted
  expect(requests.id[place!]).toBe(4)
  expect(chooseRequests(requests, { rate: 0, wanted: 999 }).wanted).toBeUndefined()
  expect(chooseRequests(requests, { rate: 0 }).wanted).toBeUndefined()
})
