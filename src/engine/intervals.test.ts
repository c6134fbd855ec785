import { expect, test } from 'vitest'
import { balanced, edge, exponential, outage, simulate } from '../../tests/fixtures/scenario'
import { cpu, db, io, ram } from '../../tests/fixtures/timeline'
import { Borders } from './intervalRecorder'
import { intervalsWithin, latenciesOver, maxOver, meanOver, startOf, sumOver } from './intervals'
import { phaseNames } from './phaseTimes'

const result = simulate(
  balanced(2, [ram(100), cpu(12), db(20), io(30)], {
    users: { mean: 80, distribution: 'poisson' },
    horizon: 120,
    events: [outage('srv-1', 40, 60)],
    edges: [
      edge('client', 'lb', { dropout_rate: 0.05 }),
      ...['srv-1', 'srv-2'].flatMap((id) => [edge('lb', id), edge(id, 'client', { latency: exponential(0.01) })]),
    ],
  }),
  { seed: 5 },
)
const { intervals, summary, requests } = result
const all = { first: 0, end: intervals.ends.length }

test('intervals cover the run without gaps, equally long', () => {
  expect(intervals.ends.length).toBe(240)
  expect(intervals.ends).toEqual(Float64Array.from({ length: 240 }, (_, i) => (i + 1) / 2))
})

test('every figure of the whole run is what its intervals add up to', () => {
  expect(sumOver(intervals.generated, all)).toBe(summary.requests.generated)
  expect(sumOver(intervals.completed, all)).toBe(summary.requests.completed)
  expect(sumOver(intervals.dropped, all)).toBe(summary.requests.outcomes.dropped)
  for (const { component, metric, mean, max } of intervals.gauges) {
    const whole = summary.components[component]![metric]!
    expect(meanOver(intervals, mean, all)).toBeCloseTo(whole.mean, 9)
    expect(maxOver(max, all)).toBe(whole.max)
  }
  for (const { component, name, count } of intervals.counters) {
    const total = sumOver(count, all)
    if (name === 'arrivals') expect(total).toBe(summary.servers[component]!.arrivals)
    if (name === 'answers') expect(total).toBe(summary.servers[component]!.answers)
    if (name === 'sent') expect(total).toBe(summary.edges[component]!.sent)
    if (name === 'lost') expect(total).toBe(summary.edges[component]!.lost)
  }
})

test('an interval holds exactly the requests that ended in it', () => {
  const range = intervalsWithin(intervals, 50, 70)
  const [from, to] = [startOf(intervals, range.first), startOf(intervals, range.end)]
  expect([from, to]).toEqual([50, 70])
  const latencies = Array.from(requests.finish, (finish, i) => ({ finish, latency: finish - requests.start[i]!, i }))
    .filter(({ finish, i }) => finish >= from && finish < to && requests.outcome[i] === 0)
    .map(({ latency }) => latency)
    .sort((a, b) => a - b)
  const histogram = latenciesOver(intervals, range)
  expect(histogram.count).toBe(latencies.length)
  for (const p of [0.5, 0.95, 0.99]) {
    const rank = (latencies.length - 1) * p
    const exact =
      latencies[Math.floor(rank)]! + (rank % 1) * (latencies[Math.ceil(rank)]! - latencies[Math.floor(rank)]!)
    expect(Math.abs(histogram.quantile(p) / exact - 1)).toBeLessThan(0.003)
  }
})

test('the phases of the intervals are those of the requests', () => {
  phaseNames.forEach((name, phase) => {
    const times = intervals.phases.filter((_, i) => i % phaseNames.length === phase)
    expect(sumOver(times, all) / summary.requests.completed).toBeCloseTo(summary.phases![name], 9)
  })
})

test('each request kept with its phases was in them for its latency, to a nanosecond', () => {
  requests.id.forEach((_, i) => {
    const times = requests.phases.subarray(i * phaseNames.length, (i + 1) * phaseNames.length)
    const latency = requests.finish[i]! - requests.start[i]!
    expect(Math.abs(times.reduce((a, b) => a + b, 0) - latency)).toBeLessThan(1e-9)
  })
})

test('a maximum is told with the time of its interval', () => {
  for (const { component, metric, max } of intervals.gauges) {
    const { max: largest, maxAt } = summary.components[component]![metric]!
    const interval = intervalsWithin(intervals, maxAt, maxAt).first
    expect(max[interval]).toBe(largest)
    expect(max.indexOf(largest)).toBe(interval)
  }
})

test('mean times in a server, and on an edge, are those of Little’s law', () => {
  for (const [id, { time, arrivals }] of Object.entries(summary.servers)) {
    const inside = summary.components[id]!.inflight!.mean * result.horizon
    // Who is still inside counts in the integral only.
    expect(Math.abs(inside - time.mean! * time.count)).toBeLessThan(0.02 * inside)
    expect(arrivals - time.count).toBeLessThan(40)
  }
  for (const { latency } of Object.values(summary.edges)) expect(latency).toBeGreaterThan(0.0009)
})

test.each([
  [5, 0, [0.02, 0.04]],
  [600, 0, [2, 4]],
  [86_400, 0, [500, 1000]],
  [60, 0.3, [0.2, 0.3, 0.4]],
])('a run of %i s with a warm-up of %d s has round borders', (horizon, warmUp, first) => {
  const borders = new Borders(horizon, warmUp, 300)
  const found: number[] = []
  for (let now = 0; now < horizon; now = found.at(-1)!) found.push(borders.after(now))
  expect(found.slice(0, first.length)).toEqual(first)
  expect(found.at(-1)).toBe(horizon)
  expect(found.length).toBeLessThanOrEqual(301)
  expect(found.length).toBeGreaterThanOrEqual(120)
})
