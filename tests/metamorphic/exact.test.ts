import { expect, test } from 'vitest'
import type { Scenario, StepSpec } from '../../src/catalog/specs'
import { StreamedDraws } from '../../src/kernel/random/streamedDraws'
import { changedDraws } from '../fixtures/changedDraws'
import { forAllScenarios } from '../fixtures/forAll'
import { always, edge, outage, scenario, server, simulate, spike } from '../fixtures/scenario'
import {
  constantOf,
  requestsOf,
  withConstants,
  withEdges,
  withNodes,
  withResources,
  withServers,
  withSettings,
  withSteps,
} from './change'

/*
 * Relations between two runs that hold exactly: every time agrees to the last bit. Each is tried on random scenarios.
 */

const RUNS = 60

/** Both runs have the same requests, with the same times and outcomes, in the same order. */
function expectSame(of: Scenario, other: Scenario, seed: number): void {
  expect(requestsOf(simulate(other, { seed }))).toEqual(requestsOf(simulate(of, { seed })))
}

test.each([-3, 3])('all times multiplied by 2 to the power of %i give all results multiplied by it', (exponent) => {
  const factor = 2 ** exponent
  forAllScenarios(RUNS, 10 + exponent, (of, seed) => {
    const draws = changedDraws(new StreamedDraws(seed, 0), { time: (seconds) => seconds * factor })
    const { requests, series } = simulate(of, { seed })
    const scaled = simulate(scaleTimes(of, factor), { seed, draws })
    expect(scaled.requests.id).toEqual(requests.id)
    expect(scaled.requests.outcome).toEqual(requests.outcome)
    expect(scaled.requests.start).toEqual(requests.start.map((time) => time * factor))
    expect(scaled.requests.finish).toEqual(requests.finish.map((time) => time * factor))
    const sampled = (all: typeof series) => all.flatMap(({ component, mean }) => (component === '' ? [] : [mean]))
    expect(sampled(scaled.series)).toEqual(sampled(series))
  })
})

function scaleTimes(of: Scenario, factor: number): Scenario {
  const { rqs_input: workload, sim_settings: settings } = of
  const { avg_request_per_minute_per_user: rate } = workload
  return withConstants(
    {
      ...of,
      rqs_input: {
        ...workload,
        avg_request_per_minute_per_user: { ...rate, mean: rate.mean / factor },
        user_sampling_window: workload.user_sampling_window * factor,
      },
      sim_settings: {
        ...settings,
        total_simulation_time: settings.total_simulation_time * factor,
        sample_period_s: settings.sample_period_s * factor,
      },
      events: (of.events ?? []).map((event) => ({
        ...event,
        start: {
          ...event.start,
          t_start: event.start.t_start * factor,
          ...(event.start.spike_s && { spike_s: event.start.spike_s * factor }),
        },
        end: { ...event.end, t_end: event.end.t_end * factor },
      })),
    },
    (seconds) => seconds * factor,
  )
}

test('a server that nothing leads to changes nothing', () => {
  const idle = server('idle', [{ kind: 'initial_parsing', step_operation: { cpu_time: 1 } }])
  forAllScenarios(RUNS, 20, (of, seed) => {
    const { nodes, edges } = of.topology_graph
    const more = withNodes(withEdges(of, [edge('idle', 'client'), ...edges]), { servers: [idle, ...nodes.servers] })
    expectSame(of, more, seed)
  })
})

test('the order in which servers and edges are written changes nothing, but for the load balancer’s own edges', () => {
  forAllScenarios(RUNS, 21, (of, seed) => {
    const { nodes, edges } = of.topology_graph
    const isBalanced = ({ source }: { source: string }) => source === 'lb'
    const others = edges.filter((each) => !isBalanced(each)).toReversed()
    const servers = nodes.servers.toReversed()
    const reordered = withNodes(withEdges(of, [...edges.filter(isBalanced), ...others]), { servers })
    const [plain, other] = [of, reordered].map((each) => simulate(each, { seed }))
    expect(requestsOf(other!)).toEqual(requestsOf(plain!))
    expect(other!.summary.components).toEqual(plain!.summary.components)
  })
})

test('a run is the beginning of a run that is twice as long', () => {
  forAllScenarios(RUNS, 22, (of, seed) => {
    const horizon = of.sim_settings.total_simulation_time
    const long = simulate(withSettings(of, { total_simulation_time: 2 * horizon }), { seed })
    const short = simulate(of, { seed })
    const soon = requestsOf(long).filter(({ finish }) => finish < horizon)
    expect(requestsOf(short)).toEqual(soon)
    for (const [i, { mean }] of short.series.entries()) expect(long.series[i]!.mean.slice(0, mean.length)).toEqual(mean)
  })
})

test('a loss that never happens is no loss', () => {
  forAllScenarios(RUNS, 23, (of, seed) => {
    const lossy = (rate: number) =>
      withEdges(
        of,
        of.topology_graph.edges.map((each) => ({ ...each, dropout_rate: each.dropout_rate || rate })),
      )
    expectSame(of, lossy(Number.MIN_VALUE), seed)
  })
})

test('spikes of next to nothing, outages without a load balancer and events at the very end change nothing', () => {
  forAllScenarios(RUNS, 24, (of, seed) => {
    const { nodes, edges } = of.topology_graph
    const horizon = of.sim_settings.total_simulation_time
    const balanced = new Set(edges.flatMap(({ source, target }) => (source === 'lb' ? [target] : [])))
    const events = [
      ...(of.events ?? []),
      ...edges.map(({ id }) => spike(id, 0, horizon, Number.MIN_VALUE)),
      ...edges.map(({ id }) => spike(id, horizon, horizon + 1, 1)),
      ...nodes.servers.filter(({ id }) => !balanced.has(id)).map(({ id }) => outage(id, 1, horizon)),
    ]
    expectSame(of, { ...of, events }, seed)
  })
})

test('where there is enough of everything nobody waits', () => {
  const plenty = { cpu_cores: 64, ram_mb: 1e9, db_connection_pool: 64 }
  forAllScenarios(RUNS, 25, (of, seed) => {
    const { phases, components } = simulate(withResources(of, plenty), { seed }).summary
    for (const gauges of Object.values(components)) expect(gauges.ready_queue_len?.max ?? 0).toBe(0)
    if (phases) expect([phases.ram_wait, phases.cpu_wait, phases.db_pool_wait]).toEqual([0, 0, 0])
  })
})

test('no limit of connections is the same as a limit that nobody reaches', () => {
  forAllScenarios(RUNS, 26, (of, seed) => {
    const limited = (connections: number | null) => withResources(of, { db_connection_pool: connections })
    expectSame(limited(null), limited(2000), seed)
  })
})

test('twice the users at half the rate send the same requests', () => {
  forAllScenarios(RUNS, 27, (of, seed) => {
    const { rqs_input: workload } = of
    const { avg_active_users: users, avg_request_per_minute_per_user: rate } = workload
    const constant = (factor: number): Scenario => ({
      ...of,
      rqs_input: {
        ...workload,
        avg_active_users: { mean: users.mean * factor, distribution: 'normal', variance: 0 },
        avg_request_per_minute_per_user: { ...rate, mean: rate.mean / factor },
      },
    })
    expectSame(constant(1), constant(2), seed)
  })
})

test('an endpoint written twice is the same as once', () => {
  forAllScenarios(RUNS, 28, (of, seed) => {
    const single = withServers(of, (spec) => ({ ...spec, endpoints: spec.endpoints.slice(0, 1) }))
    const twice = withServers(single, (spec) => ({ ...spec, endpoints: [...spec.endpoints, ...spec.endpoints] }))
    expectSame(single, twice, seed)
  })
})

test('a load balancer in front of one server is the same as none', () => {
  forAllScenarios(RUNS, 29, (of, seed) => {
    const [spec] = of.topology_graph.nodes.servers
    const parts = { servers: [spec!], users: of.rqs_input.avg_active_users, horizon: 10 }
    const back = edge(spec!.id, 'client', { latency: { mean: 0.01, distribution: 'exponential' }, dropout_rate: 0.1 })
    const way = { id: 'way', latency: { mean: 0.02, distribution: 'exponential' }, dropout_rate: 0.1 } as const
    const direct = scenario({ ...parts, edges: [edge('client', spec!.id, way), back] })
    const zero = edge('lb', spec!.id, { latency: always(0) })
    const edges = [edge('client', 'lb', way), zero, back]
    const [first, second] = (['round_robin', 'least_connection'] as const).map((balancer) =>
      requestsOf(simulate(scenario({ ...parts, edges, balancer }), { seed })),
    )
    expect(first).toEqual(requestsOf(simulate(direct, { seed })))
    expect(second).toEqual(first)
  })
})

/** Times on this grid are added without rounding; it is so fine that they do not coincide by chance [s]. */
const GRID = 2 ** -30
const onGrid = (seconds: number) => Math.ceil(seconds / GRID) * GRID

test('a CPU step split into two halves changes nothing', () => {
  forAllScenarios(RUNS, 30, (of, seed) => {
    const draws = () => changedDraws(new StreamedDraws(seed, 0), { gap: onGrid, time: onGrid })
    const whole = withConstants(
      {
        // A step that is drawn is named by its place, which the split would change.
        ...withSteps(of, (step) => (constantOf(step) === undefined ? [] : [step])),
        rqs_input: {
          ...of.rqs_input,
          avg_active_users: { mean: 16, distribution: 'normal', variance: 0 },
          avg_request_per_minute_per_user: { mean: 60, distribution: 'poisson' },
        },
        events: [],
      },
      (seconds) => 2 * onGrid(seconds / 2),
    )
    const halves = withSteps(whole, (step): StepSpec[] => {
      if (!('cpu_time' in step.step_operation)) return [step]
      const half = { ...step, step_operation: { cpu_time: constantOf(step)! / 2 } } as StepSpec
      return [half, half]
    })
    expect(requestsOf(simulate(halves, { seed, draws: draws() }))).toEqual(
      requestsOf(simulate(whole, { seed, draws: draws() })),
    )
  })
})
