import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomScenario } from '../../../tests/fixtures/randomScenario'
import { simulate, singleServer, spike } from '../../../tests/fixtures/scenario'
import { cpu, io, spawn } from '../../../tests/fixtures/timeline'
import { sampledMetricNames } from '../../catalog/settings'
import type { Scenario } from '../../catalog/specs'
import type { RunResult } from '../../engine/runResult'
import { estimateRun } from './estimate'
import { RUN_LIMITS } from './limits'

/** Long enough that chance in the number of users does not count: it is means that are compared. */
const HORIZON = 80
/** Where there is next to nothing a few more or less do not matter. */
const FEW = 20

function lasting(of: Scenario, seconds: number): Scenario {
  return { ...of, sim_settings: { ...of.sim_settings, total_simulation_time: seconds } }
}

function bytesOf({ requests, series, intervals, summary }: RunResult): number {
  const { inSystem, latencies, gauges, counters, objectives: _objectives, ...whole } = intervals
  const columns = [
    requests.id,
    requests.start,
    requests.finish,
    requests.outcome,
    requests.phases,
    ...Object.values(whole),
    ...Object.values(latencies),
    ...[inSystem, ...gauges].flatMap(({ mean, max }) => [mean, max]),
    ...counters.map(({ count }) => count),
    ...series.flatMap(({ time, min, max, mean }) => [time, min, max, mean]),
  ]
  return columns.reduce((bytes, column) => bytes + column.byteLength, 0) + summary.requests.inFlight * 140
}

describe('the estimate before a run', () => {
  it('is within a factor of two of what happens, for events, requests and memory', () => {
    const ratios: number[] = []
    fc.assert(
      fc.property(randomScenario(), (drawn) => {
        const of = lasting(drawn, HORIZON)
        const estimate = estimateRun(of)
        const result = simulate(of)
        const pairs = [
          [estimate.events, result.events],
          [estimate.requests, result.summary.requests.generated],
          [estimate.bytes, bytesOf(result)],
        ] as const
        for (const [expected, actual] of pairs) {
          const ratio = (actual + FEW) / (expected + FEW)
          ratios.push(ratio)
          expect(ratio).toBeGreaterThan(0.5)
          expect(ratio).toBeLessThan(2)
        }
      }),
      { seed: 4, numRuns: 100 },
    )
    // Not systematically off: the middle one of all ratios is near 1.
    expect(ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)]).toBeCloseTo(1, 1)
  })

  it('knows when a saturated server is going to end the run', () => {
    const limits = { ...RUN_LIMITS, inFlight: 5_000 }
    const of = singleServer([cpu(2)], { rpm: 6000, horizon: 1000 })
    const estimate = estimateRun(of, limits)
    const result = simulate(of, { limits })
    expect(result.end).toBe('unstable')
    expect(result.simulatedSeconds / estimate.seconds).toBeGreaterThan(0.5)
    expect(result.simulatedSeconds / estimate.seconds).toBeLessThan(2)
    expect(result.events / estimate.events).toBeGreaterThan(0.5)
    expect(result.events / estimate.events).toBeLessThan(2)
  })

  it('knows when requests are too slow to be held', () => {
    const limits = { ...RUN_LIMITS, inFlight: 5_000 }
    const estimate = estimateRun(singleServer([io(100_000)], { rpm: 6000, horizon: 1000 }), limits)
    expect(estimate.seconds).toBeCloseTo(5, 6)
  })

  it('counts background tasks, which outlive their requests', () => {
    const of = singleServer([cpu(0.1), spawn(20_000)], { rpm: 6000, horizon: 100 })
    const without = singleServer([cpu(0.1)], { rpm: 6000, horizon: 100 })
    // 1,000 per second for 20 s each, in a calendar of 24 bytes for each that is up to twice as long.
    const added = estimateRun(of).bytes - estimateRun(without).bytes
    expect(added).toBeGreaterThan(20_000 * 24)
    expect(added).toBeLessThan(20_000 * 48)
    const limits = { ...RUN_LIMITS, inFlight: 5_000 }
    expect(estimateRun(of, limits).seconds).toBeCloseTo(5, 1)
    const { end, simulatedSeconds } = simulate(of, { limits })
    expect(end).toBe('unstable')
    expect(simulatedSeconds / 5).toBeGreaterThan(0.5)
    expect(simulatedSeconds / 5).toBeLessThan(2)
  })

  it('grows with the horizon, but not the memory beyond its bounds', () => {
    const day = estimateRun(singleServer([cpu(1)], { rpm: 900, horizon: 86_400 }))
    expect(day.requests).toBeCloseTo(150 * 86_400, 0)
    expect(day.bytes).toBeLessThan(150e6)
    const month = estimateRun(singleServer([cpu(1)], { rpm: 900, horizon: 30 * 86_400 }))
    expect(month.events / day.events).toBeCloseTo(30, 6)
    expect(month.bytes / day.bytes).toBeLessThan(1.1)
  })

  it('counts the points of every gauge that is sampled', () => {
    const quiet = singleServer([cpu(1)], { rpm: 6, horizon: 600 })
    const bytes = (metrics: Scenario['sim_settings']['enabled_sample_metrics']) =>
      estimateRun({ ...quiet, sim_settings: { ...quiet.sim_settings, enabled_sample_metrics: metrics } }).bytes
    const oneGauge = bytes(['ram_in_use']) - bytes([])
    expect(oneGauge).toBeGreaterThan(0)
    // Nine of the server, one of each of the three edges.
    expect((bytes([...sampledMetricNames]) - bytes([])) / oneGauge).toBeCloseTo(12, 6)
  })

  it('takes twice the time where the warm-up is found by a run before, but not among events', () => {
    const time = (of: Scenario, warm_up_s: Scenario['sim_settings']['warm_up_s']) =>
      estimateRun({ ...of, sim_settings: { ...of.sim_settings, warm_up_s } }).wallSeconds
    const quiet = singleServer([cpu(1)], { horizon: 600 })
    expect(time(quiet, 'auto') / time(quiet, 0)).toBeCloseTo(2, 9)
    expect(time(quiet, 100)).toBe(time(quiet, 0))
    const eventful = { ...quiet, events: [spike('client-srv', 1, 2, 0.1)] }
    expect(time(eventful, 'auto')).toBe(time(eventful, 0))
  })

  it('is zero requests where nobody sends any', () => {
    const idle = estimateRun(singleServer([cpu(1)], { users: { mean: 0, distribution: 'poisson' } }))
    expect(idle.requests).toBe(0)
    expect(idle.wallSeconds).toBeLessThan(0.01)
  })
})
