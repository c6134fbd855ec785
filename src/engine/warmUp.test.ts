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

test('auto leaves out what MSER-5 finds in the number in the system of the whole run', () => {
  const nearlyFull = singleServer([cpu(9.8)], {
    users: { mean: 100, distribution: 'normal', variance: 0 },
    horizon: 300,
  })
  const found = [1, 2, 3, 4, 5].map((seed) => {
    const { intervals, requests } = simulate(nearlyFull, { seed })
    const cut = mser5(intervals.inSystem.mean)
    const seconds = cut ? intervals.ends[cut - 1]! : 0
    const { warmUp, latency } = simulate(measuredFrom(nearlyFull, 'auto'), { seed }).summary
    expect(warmUp).toEqual({ seconds, by: cut === undefined ? 'undecided' : 'mser-5' })
    expect(latency.count).toBe(requests.finish.filter((end) => end >= seconds).length)
    return warmUp.seconds
  })
  expect(Math.max(...found)).toBeGreaterThan(1)
})

test('auto leaves out the time in which the system fills, although latencies are the same from the beginning', () => {
  // 20 requests/s stay 20 s: 400 of them, give or take 20, from 20 s on.
  const sleepy = singleServer([cpu(5), io(20_000)], {
    users: { mean: 20, distribution: 'normal', variance: 0 },
    horizon: 200,
  })
  for (const seed of [1, 2, 3, 4, 5]) {
    const { warmUp, components } = simulate(measuredFrom(sleepy, 'auto'), { seed }).summary
    // The cut lies on a border of five intervals of at least a second, and must not be far off.
    expect(warmUp.by).toBe('mser-5')
    expect(warmUp.seconds).toBeGreaterThanOrEqual(15)
    // The mean over 150 s and more has a standard error of at most 1.9 %.
    expect(components.srv!.event_loop_io_sleep!.mean / 400).toBeGreaterThan(0.95)
    expect(components.srv!.event_loop_io_sleep!.mean / 400).toBeLessThan(1.05)
  }
})

test('auto leaves out little where nothing changes', () => {
  const calm = singleServer([cpu(5)], { users: { mean: 20, distribution: 'normal', variance: 0 }, horizon: 300 })
  const found = [1, 2, 3, 4, 5].map((seed) => simulate(measuredFrom(calm, 'auto'), { seed }).summary.warmUp)
  expect(found.map(({ by }) => by)).toEqual(Array.from(found, () => 'mser-5'))
  // Chance makes MSER-5 cut a stretch now and then, at most the half; typically it cuts nothing.
  expect(found.filter(({ seconds }) => seconds <= 30).length).toBeGreaterThanOrEqual(3)
})

test('a run with injected events has no steady state to look for', () => {
  const of = balanced(2, [cpu(5)], { events: [outage('srv-1', 10, 20)] })
  expect(simulate(measuredFrom(of, 'auto')).summary.warmUp).toEqual({ seconds: 0, by: 'events' })
})

test('a run that never settles is measured from its beginning, and says so', () => {
  const overloaded = singleServer([cpu(30)], { users: { mean: 50, distribution: 'normal', variance: 0 }, horizon: 200 })
  expect(simulate(measuredFrom(overloaded, 'auto')).summary.warmUp).toEqual({ seconds: 0, by: 'undecided' })
})

test('the largest throughput is that of a whole second after the warm-up', () => {
  const largest = (seconds: number, horizon: number) => {
    const of = singleServer([cpu(1)], { horizon })
    const { summary, series } = simulate({ ...of, sim_settings: { ...of.sim_settings, warm_up_s: seconds } })
    const { max } = series.find(({ metric }) => metric === 'completed')!
    // Second i of the series ends at i + 1.
    const whole = Array.from(max).filter((_, i) => i >= seconds)
    expect(summary.throughput.max).toBe(whole.length === 0 ? null : Math.max(...whole))
    return summary.throughput.max
  }
  expect(largest(19.95, 20)).toBeNull()
  for (const seconds of [0, 5, 5.5]) expect(largest(seconds, 20)).toBeGreaterThan(0)
})

test('a run whose requests all completed within the warm-up says so', () => {
  const verdictOf = (seconds: number, steps: Parameters<typeof singleServer>[0]) =>
    simulate(measuredFrom(singleServer(steps, { horizon: 20 }), seconds)).attribution.verdict
  expect(verdictOf(19.999, [cpu(1)])).toEqual(['No request was completed after the warm-up.'])
  expect(verdictOf(19.999, [io(30_000)])).toEqual(['No request was completed.'])
})
