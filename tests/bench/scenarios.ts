import { sampledMetricNames } from '../../src/catalog/settings'
import type { Scenario } from '../../src/catalog/specs'
import {
  always,
  balanced,
  edge,
  exponential,
  outage,
  scenario,
  server,
  singleServer,
  spike,
} from '../fixtures/scenario'
import { cpu, io, ram } from '../fixtures/timeline'
import type { YardstickScenario } from './yardstick'

/** One measured case; with a yardstick where the bare loop can do the same. */
export interface BenchCase {
  readonly name: string
  readonly scenario: Scenario
  readonly yardstick?: YardstickScenario
  /** Takes minutes; measured once, and only when asked for. */
  readonly isLong?: true
}

const LINK = { latency: exponential(0.003), dropout_rate: 0.01 }

const cases: readonly BenchCase[] = [
  {
    name: 'minimal',
    scenario: single({ users: 50, rpm: 20, horizon: 60_000, cores: 2, ramMb: 2048 }, [cpu(2), io(10)]),
    yardstick: {
      horizon: 60_000,
      arrivalRate: 50 / 3,
      linkMean: 0.003,
      dropout: 0.01,
      cores: 2,
      ramMb: 2048,
      cpuTime: 0.002,
      ramPerRequest: 0,
      ioTime: 0.01,
    },
  },
  {
    name: 'RAM and CPU bound',
    scenario: ramAndCpuBound(6_000),
    yardstick: {
      horizon: 6_000,
      arrivalRate: 150,
      linkMean: 0.003,
      dropout: 0.01,
      cores: 1,
      ramMb: 8000,
      cpuTime: 0.005,
      ramPerRequest: 200,
      ioTime: 0.2,
    },
  },
  {
    name: '2 servers, events',
    scenario: balanced(2, [cpu(2), ram(128), io(12)], {
      users: { mean: 120, distribution: 'poisson' },
      rpm: 20,
      horizon: 20_000,
      events: [spike('client→lb', 1000, 2000, 0.015), outage('srv-1', 3000, 4000), outage('srv-2', 5000, 6000)],
    }),
  },
  {
    name: '100 servers',
    scenario: balanced(100, [cpu(2), ram(128), io(12)], {
      users: { mean: 6000, distribution: 'poisson' },
      rpm: 20,
      horizon: 400,
    }),
  },
  {
    name: 'M/M/1',
    scenario: singleServer(
      [{ kind: 'cpu_bound_operation', step_operation: { cpu_time: { distribution: 'exponential', mean: 0.008 } } }],
      { users: always(100), horizon: 6_000 },
    ),
  },
  { name: '10⁶ events', scenario: twoServers(2_750) },
  { name: '10⁸ events', scenario: twoServers(275_000), isLong: true },
  { name: 'a day', scenario: ramAndCpuBound(86_400), isLong: true },
]

/** What is measured, with samples of every gauge. */
export const benchCases: readonly BenchCase[] = cases.map((bench) => ({
  ...bench,
  scenario: {
    ...bench.scenario,
    sim_settings: { ...bench.scenario.sim_settings, enabled_sample_metrics: [...sampledMetricNames] },
  },
}))

/** About 364 events a second. */
function twoServers(horizon: number): Scenario {
  return balanced(2, [cpu(2), ram(128), io(12)], {
    users: { mean: 120, distribution: 'poisson' },
    rpm: 20,
    horizon,
  })
}

/** 150 requests a second. */
function ramAndCpuBound(horizon: number): Scenario {
  return single({ users: 300, rpm: 30, horizon, cores: 1, ramMb: 8000 }, [cpu(5), ram(200), io(200)])
}

interface SingleParts {
  readonly users: number
  readonly rpm: number
  readonly horizon: number
  readonly cores: number
  readonly ramMb: number
}

function single({ users, rpm, horizon, cores, ramMb }: SingleParts, steps: Parameters<typeof server>[1]): Scenario {
  const of = scenario({
    servers: [server('srv', steps, { cpu_cores: cores, ram_mb: ramMb })],
    edges: [edge('client', 'srv', LINK), edge('srv', 'client', LINK)],
    users: { mean: users, distribution: 'poisson' },
    rpm,
    horizon,
  })
  const [entry, ...rest] = of.topology_graph.edges
  return { ...of, topology_graph: { ...of.topology_graph, edges: [{ ...entry!, ...LINK }, ...rest] } }
}
