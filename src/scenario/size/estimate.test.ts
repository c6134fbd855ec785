import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomScenario } from '../../../tests/fixtures/randomScenario'
import { balanced, outage, simulate, singleServer, spike } from '../../../tests/fixtures/scenario'
import { cpu, io, spawn } from '../../../tests/fixtures/timeline'
import { sampledMetricNames } from '../../catalog/settings'
import type { DurationSpec, InjectionSpec, Scenario } from '../../catalog/specs'
import type { RunResult } from '../../engine/runResult'
import { estimateRun } from './estimate'
import { RUN_LIMITS, type RunLimits } from './limits'

/** Long enough that chance in the number of users does not count: it is means that are compared. */
const HORIZON = 80
/** Where there is next to nothing a few more or less do not matter. */
const FEW = 20

/** The scenario over a longer time: its events begin later, and last and delay longer. */
function lasting(of: Scenario, seconds: number): Scenario {
  const factor = seconds / of.sim_settings.total_simulation_time
  const events = of.events?.map(({ start, end, ...event }) => ({
    ...event,
    start: { ...start, t_start: start.t_start * factor, ...(start.spike_s && { spike_s: start.spike_s * factor }) },
    end: { ...end, t_end: Math.min(end.t_end * factor, seconds) },
  }))
  return {
    ...of,
    sim_settings: { ...of.sim_settings, total_simulation_time: seconds },
    ...(events && { events }),
  }
}

/** One request in ten takes longer than any run on the first edge. */
function slowAtTimes(of: Scenario): Scenario {
  const { topology_graph: graph } = of
  const latency: DurationSpec = {
    distribution: 'mixture',
    components: [
      { weight: 0.9, distribution: 'deterministic', mean: 0.001 },
      { weight: 0.1, distribution: 'deterministic', mean: 1e6 },
    ],
  }
  const edges = graph.edges.map((edge, index) => (index === 0 ? { ...edge, latency } : edge))
  return { ...of, topology_graph: { ...graph, edges } }
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

/** What happens over what was expected: events, requests and bytes. */
function ratiosOf(of: Scenario, limits: RunLimits = RUN_LIMITS): number[] {
  const estimate = estimateRun(of, limits)
  const result = simulate(of, { limits })
  const pairs = [
    [estimate.events, result.events],
    [estimate.requests, result.summary.requests.generated],
    [estimate.bytes, bytesOf(result)],
  ] as const
  return pairs.map(([expected, actual]) => (actual + FEW) / (expected + FEW))
}

describe('the estimate before a run', () => {
  it('is within a factor of two of what happens, for events, requests and memory', () => {
    const ratios: number[] = []
    fc.assert(
      fc.property(randomScenario(), (drawn) => {
        const of = lasting(drawn, HORIZON)
        for (const ratio of ratiosOf(of)) {
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

  const busy = { rpm: 600, horizon: 100 }
  const steps = Array.from({ length: 12 }, () => io(10))
  const twoServers = (events: InjectionSpec[], balancer: 'round_robin' | 'least_connection' = 'round_robin') =>
    balanced(2, steps, { ...busy, balancer, events })
  const oneServer = (events: InjectionSpec[], horizon = busy.horizon) =>
    singleServer(steps, { ...busy, horizon, events })
  it.each([
    ['no server up', twoServers([outage('srv-1', 0, 100), outage('srv-2', 0, 100)])],
    ['no server up half the time', twoServers([outage('srv-1', 0, 50), outage('srv-2', 0, 60)])],
    ['one of two servers down', twoServers([outage('srv-1', 0, 100)], 'least_connection')],
    ['a first edge that outlasts the run', oneServer([spike('users→client', 0, 100, 1000)])],
    ['the same for a while', oneServer([spike('users→client', 0, 80, 1000)])],
    ['requests that arrive together when a spike ends', oneServer([spike('users→client', 0, 60, 30)])],
    ['spikes that add up', oneServer([spike('users→client', 0, 90, 30), spike('users→client', 0, 90, 60)])],
    ['a last edge that outlasts the run', oneServer([spike('srv→client', 10, 100, 1000)])],
    ['a spike that fills the system', oneServer([spike('users→client', 0, 20_000, 10_000)], 20_000)],
    ['steps that outlast the run', singleServer([io(70_000), io(70_000), io(70_000)], busy)],
    ['a first edge that is slow at times', slowAtTimes(oneServer([]))],
  ])('is so with %s', (_, of) => {
    for (const ratio of ratiosOf(of, { ...RUN_LIMITS, inFlight: 20_000 })) {
      expect(ratio).toBeGreaterThan(0.5)
      expect(ratio).toBeLessThan(2)
    }
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
    expect(month.events / day.events).toBeCloseTo(30, 5)
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
