import { expect, test } from 'vitest'
import { balanced, outage, simulate, singleServer } from '../../tests/fixtures/scenario'
import { cpu, io } from '../../tests/fixtures/timeline'
import type { Scenario } from '../catalog/specs'
import { mser5 } from '../stats/mser5'

const busy = singleServer([cpu(15), io(20)], { users: { mean: 55, distribution: 'poisson' }, horizon: 200 })

function measuredFrom(of: Scenario, warmUp: number | 'auto'): Scenario {
  return { ...of, sim_settings: { ...of.sim_settings, warm_up_s: warmUp } }
}

test('with a warm-up the figures are those of what comes after it; nothing else changes', () => {
  const [whole, later] = [simulate(busy), simulate(measuredFrom(busy, 70.3))]
  expect(later.requests).toEqual(whole.requests)
  expect(later.series).toEqual(whole.series)
  expect(later.summary.requests).toEqual(whole.summary.requests)

  const { start, finish } = later.requests
  const latencies = Array.from(finish, (end, i) => ({ end, latency: end - start[i]! }))
    .filter(({ end }) => end >= 70.3)
    .map(({ latency }) => latency)
  const { summary } = later
  expect(summary.warmUp).toEqual({ seconds: 70.3, by: 'stated' })
  expect(summary.latency.count).toBe(latencies.length)
  expect(summary.latency.mean).toBeCloseTo(latencies.reduce((a, b) => a + b, 0) / latencies.length, 12)
  expect(summary.latency.max).toBe(Math.max(...latencies))
  expect(summary.throughput.mean).toBeCloseTo(latencies.length / (200 - 70.3), 12)
  expect(Object.values(summary.phases!).reduce((a, b) => a + b, 0)).toBeCloseTo(summary.latency.mean!, 9)
  expect(summary.servers.srv!.time.count).toBe(summary.servers.srv!.answers)
  expect(later.anatomy.reduce((sum, { count }) => sum + count, 0)).toBeCloseTo(latencies.length, 6)
})

test('Little’s law holds with a warm-up, too', () => {
  const { inSystem, product, lost, unfinished } = simulate(measuredFrom(busy, 50)).sanity.littlesLaw
  expect(product + lost + unfinished).toBeCloseTo(inSystem, 9)
})

test('gauges are averaged over the time after the warm-up', () => {
  const at = 100
  const { intervals, summary } = simulate(measuredFrom(busy, at))
  const { mean } = intervals.gauges.find(({ metric }) => metric === 'cpu_in_use')!
  let area = 0
  intervals.ends.forEach((end, i) => {
    if (end > at) area += mean[i]! * (end - (intervals.ends[i - 1] ?? 0))
  })
  expect(summary.components.srv!.cpu_in_use!.mean).toBeCloseTo(area / 100, 9)
})

test('auto leaves out what MSER-5 finds in the latencies of the whole run', () => {
  const nearlyFull = singleServer([cpu(9.8)], {
    users: { mean: 100, distribution: 'normal', variance: 0 },
    horizon: 300,
  })
  const found = [1, 2, 3, 4, 5].map((seed) => {
    const { start, finish } = simulate(nearlyFull, { seed }).requests
    const cut = mser5(finish.map((end, i) => end - start[i]!))
    const expected =
      cut === undefined ? { seconds: 0, by: 'undecided' } : { seconds: cut === 0 ? 0 : finish[cut], by: 'mser-5' }
    const { warmUp, latency } = simulate(measuredFrom(nearlyFull, 'auto'), { seed }).summary
    expect(warmUp).toEqual(expected)
    expect(latency.count).toBe(finish.length - (cut ?? 0))
    return warmUp.seconds
  })
  expect(Math.max(...found)).toBeGreaterThan(1)
})

test('a run with injected events has no steady state to look for', () => {
  const of = balanced(2, [cpu(5)], { events: [outage('srv-1', 10, 20)] })
  expect(simulate(measuredFrom(of, 'auto')).summary.warmUp).toEqual({ seconds: 0, by: 'events' })
})

test('a run that never settles is measured from its beginning, and says so', () => {
  const overloaded = singleServer([cpu(30)], { users: { mean: 50, distribution: 'normal', variance: 0 }, horizon: 200 })
  expect(simulate(measuredFrom(overloaded, 'auto')).summary.warmUp).toEqual({ seconds: 0, by: 'undecided' })
})
