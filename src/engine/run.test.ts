import { expect, test } from 'vitest'
import {
  always,
  balanced,
  edge,
  outage,
  scenario,
  server,
  simulate,
  singleServer,
  spike,
} from '../../tests/fixtures/scenario'
import { cpu, db, io, ram } from '../../tests/fixtures/timeline'
import type { StepSpec } from '../catalog/specs'
import { RUN_LIMITS } from '../scenario/size/limits'
import { Run } from './run'
import type { RunResult } from './runResult'

/** Everything in a result but the wall clock. */
const reproducible = ({ performance, ...rest }: RunResult) => ({ ...rest, events: performance.events })

const latenciesOf = ({ requests }: RunResult) =>
  [...requests.id.keys()].map((i) => ({
    id: requests.id[i]!,
    start: requests.start[i]!,
    latency: requests.finish[i]! - requests.start[i]!,
    outcome: requests.outcomeNames[requests.outcome[i]!]!,
  }))

test('an unhindered request takes the sum of its links and steps', () => {
  const { summary } = simulate(singleServer([cpu(2), io(10)], { resources: { cpu_cores: 64 } }))
  expect(summary.latency.min).toBeCloseTo(0.003 + 0.012, 12)
  expect(summary.latency.max).toBeCloseTo(0.003 + 0.012, 12)
  expect(summary.latency.stdDev).toBeLessThan(1e-9)
  expect(summary.latency.method).toBe('exact')
})

test('one seed gives the same result, another seed another one', () => {
  const of = singleServer([cpu(20), io(10)], { users: { mean: 20, distribution: 'poisson' } })
  expect(reproducible(simulate(of))).toEqual(reproducible(simulate(of)))
  expect(simulate(of, { seed: 2 }).requests.start).not.toEqual(simulate(of).requests.start)
  expect(simulate(of, { replication: 1 }).requests.start).not.toEqual(simulate(of).requests.start)
})

test('the result depends neither on slicing nor on being looked at', () => {
  const of = balanced(3, [cpu(40), ram(0.3), io(30)], {
    events: [spike('client→lb', 5, 20, 0.5)],
    samplePeriod: 0.003,
    horizon: 20,
  })
  const run = new Run({ scenario: of, scenarioName: 'test', seed: 1, appVersion: 'test' })
  for (let slice = 1; run.advance(slice); slice = (slice * 7) % 101) run.view(13)
  expect(reproducible(run.finish(0))).toEqual(reproducible(simulate(of)))
})

test('D05 the result does not depend on how simulated time was paced', () => {
  const of = balanced(2, [cpu(40), io(30)], { events: [spike('client→lb', 5, 15, 0.5)], horizon: 20 })
  const run = new Run({ scenario: of, scenarioName: 'test', seed: 1, appVersion: 'test' })
  let until = 0
  // At borders of intervals, between them, at an event's time, and standing still.
  const steps = [0, 0.1, 0.05, 0.7, 1e-9, 0.25]
  for (let i = 0; run.advance(50, until); i++) until = run.now < until ? until : until + steps[i % steps.length]!
  expect(reproducible(run.finish(0))).toEqual(reproducible(simulate(of)))
})

test('requests that are lost end at the edge that lost them', () => {
  const of = scenario({
    servers: [server('srv', [io(1)])],
    edges: [edge('client', 'srv', { dropout_rate: 0.5 }), edge('srv', 'client', { dropout_rate: 1 })],
    horizon: 600,
  })
  const { summary, requests } = simulate(of)
  expect(summary.requests.completed).toBe(0)
  expect(Object.keys(summary.requests.droppedByEdge)).toEqual(['client→srv', 'srv→client'])
  const lost = summary.requests.droppedByEdge['client→srv']!
  // A fair coin for about 6,000 requests: within five standard deviations.
  expect(Math.abs(lost - 0.5 * summary.requests.generated)).toBeLessThan(5 * Math.sqrt(summary.requests.generated / 4))
  expect(new Set(latenciesOf({ requests } as RunResult).map(({ outcome }) => outcome))).toEqual(
    new Set(['dropped:client→srv', 'dropped:srv→client']),
  )
  expect(summary.latency).toMatchObject({ count: 0, mean: null, p50: null, max: null })
})

test('round robin takes turns; a server that comes back joins at the end', () => {
  const of = balanced(2, [io(1)], { events: [outage('srv-1', 20, 40)], horizon: 60 })
  const { summary, series } = simulate(of)
  expect(summary.requests.outcomes.dropped + summary.requests.outcomes.no_server_up).toBe(0)
  const ioOf = (component: string, from: number, to: number) => {
    const found = series.find((s) => s.metric === 'event_loop_io_sleep' && s.component === component)!
    return found.time.reduce((sum, time, i) => sum + (time > from && time <= to ? found.mean[i]! : 0), 0)
  }
  expect(ioOf('srv-1', 20.01, 40)).toBe(0)
  expect(ioOf('srv-2', 20.01, 40)).toBeGreaterThan(0)
  expect(ioOf('srv-1', 40.1, 60)).toBeGreaterThan(0)
})

test('work inside a server goes on during its outage', () => {
  const of = balanced(2, [io(5000)], { events: [outage('srv-1', 30, 60)], horizon: 60 })
  const { summary } = simulate(of)
  expect(summary.requests.completed + summary.requests.inFlight).toBe(summary.requests.generated)
  expect(summary.latency.max).toBeCloseTo(5.004, 9)
})

test('with all servers down requests fail with no_server_up', () => {
  const of = balanced(2, [io(1)], { events: [outage('srv-1', 10, 50), outage('srv-2', 20, 40)], horizon: 60 })
  const result = simulate(of)
  const failed = latenciesOf(result).filter(({ outcome }) => outcome === 'no_server_up')
  expect(failed.length).toBe(result.summary.requests.outcomes.no_server_up)
  expect(failed.length).toBeGreaterThan(100)
  expect(Math.min(...failed.map(({ start }) => start))).toBeGreaterThan(19.99)
  expect(Math.max(...failed.map(({ start }) => start))).toBeLessThan(40)
})

test('least connection follows the work that is outstanding at the servers', () => {
  const slow = server('slow', [io(400)])
  const fast = server('fast', [io(100)])
  const of = scenario({
    servers: [slow, fast],
    edges: [edge('client', 'lb'), ...['slow', 'fast'].flatMap((id) => [edge('lb', id), edge(id, 'client')])],
    balancer: 'least_connection',
    users: { mean: 500, distribution: 'poisson' },
  })
  const { components } = simulate(of).summary
  const throughput = (id: string, seconds: number) => components[id]!.event_loop_io_sleep!.mean / seconds
  // Equal numbers outstanding, so the server that is four times as fast gets four times the requests.
  expect(throughput('fast', 0.1) / throughput('slow', 0.4)).toBeGreaterThan(3.7)
  expect(throughput('fast', 0.1) / throughput('slow', 0.4)).toBeLessThan(4.1)
})

test('least connection shares the load of equal servers equally', () => {
  const { components } = simulate(balanced(2, [io(50)], { balancer: 'least_connection', horizon: 300 })).summary
  const ratio = components['srv-1']!.event_loop_io_sleep!.mean / components['srv-2']!.event_loop_io_sleep!.mean
  expect(Math.abs(ratio - 1)).toBeLessThan(0.05)
})

test('a spike lengthens what is sent while it lasts; overlapping spikes add up and leave nothing behind', () => {
  const of = singleServer([io(1)], {
    events: [spike('client→srv', 10, 30, 0.1), spike('client→srv', 20, 40, 0.7)],
    horizon: 60,
  })
  const base = 0.004
  for (const { start, latency } of latenciesOf(simulate(of))) {
    const sent = start + 0.001
    const added = (sent >= 10 && sent < 30 ? 0.1 : 0) + (sent >= 20 && sent < 40 ? 0.7 : 0)
    expect(latency).toBeCloseTo(base + added, 9)
  }
})

test('arrivals happen in true simulated time: windows start at multiples of their length', () => {
  // A user that is there in about a third of the windows sends 50 requests/s while it is.
  const of = singleServer([io(1)], {
    users: { mean: 0.4, distribution: 'poisson' },
    rpm: 3000,
    window: 10,
    horizon: 600,
  })
  const busyWindows = new Set<number>()
  let last = 0
  for (const { start } of latenciesOf(simulate(of))) {
    busyWindows.add(Math.floor(start / 10))
    last = Math.max(last, start)
  }
  expect(busyWindows.size).toBeGreaterThan(10)
  expect(busyWindows.size).toBeLessThan(35)
  expect(last).toBeGreaterThan(450)
})

test('gauges agree with what must be: utilisation of I/O is arrival rate times waiting time', () => {
  const { summary } = simulate(singleServer([io(100)], { horizon: 600 }))
  const { mean } = summary.components.srv!.event_loop_io_sleep!
  const inside = summary.requests.generated * 0.1
  expect(mean * 600).toBeGreaterThan(inside - 0.1 * 10)
  expect(mean * 600).toBeLessThanOrEqual(inside)
})

test('throughput counts whole seconds, and buckets without completions are zeros', () => {
  const { series, summary } = simulate(
    singleServer([io(1)], { horizon: 20, events: [spike('client→srv', 5, 15, 100)] }),
  )
  const completed = series.find(({ metric }) => metric === 'completed')!
  expect([...completed.time]).toEqual(Array.from({ length: 20 }, (_, i) => i + 1))
  expect([...completed.max.slice(6, 15)]).toEqual(new Array(9).fill(0))
  expect(summary.throughput.max).toBe(Math.max(...completed.max))
  expect(summary.throughput.mean).toBe(summary.requests.completed / 20)
})

test('a metric that is not asked for is not sampled, and integrates itself all the same', () => {
  const of = singleServer([cpu(10)], {})
  const quiet = { ...of, sim_settings: { ...of.sim_settings, enabled_sample_metrics: ['ready_queue_len' as const] } }
  const result = simulate(quiet)
  expect(result.series.map(({ metric, component }) => `${metric} ${component}`.trim())).toEqual([
    'offered',
    'completed',
    'ready_queue_len srv',
  ])
  expect(result.summary.components).toEqual(simulate(of).summary.components)
})

test('the time series of many components together stay within a bound', () => {
  const limits = { ...RUN_LIMITS, allPoints: 700 }
  const { series } = simulate(balanced(10, [io(5)], { horizon: 30 }), { limits })
  const sampled = series.filter(({ component }) => component !== '')
  expect(sampled.length).toBe(52)
  expect(sampled.reduce((sum, { time }) => sum + time.length, 0)).toBeLessThanOrEqual(700)
})

test('calls to a language model cost what they say', () => {
  const llm: StepSpec = { kind: 'io_llm', step_operation: { io_waiting_time: 0.01 }, llm_cost: { per_call: 0.25 } }
  const tokens: StepSpec = {
    kind: 'io_llm',
    step_operation: { io_waiting_time: 0.01 },
    llm_cost: { input_tokens: 1000, output_tokens: 500, input_per_mtok: 3, output_per_mtok: 15 },
  }
  const { llmCost, requests } = simulate(singleServer([llm, tokens], { horizon: 60 })).summary
  const calls = requests.completed + requests.inFlight
  expect(llmCost!.total).toBeGreaterThanOrEqual(requests.completed * 0.2605 - 1e-9)
  expect(llmCost!.total).toBeLessThanOrEqual(calls * 0.2605 + 1e-9)
  expect(llmCost!.perRequest).toBeCloseTo(llmCost!.total / requests.completed, 12)
  expect(llmCost!.perHour).toBeCloseTo(llmCost!.total * 60, 9)
  expect(simulate(singleServer([io(1)])).summary.llmCost).toBeUndefined()
})

test('beyond the bound of kept requests percentiles come from a histogram and say so', () => {
  const of = singleServer([cpu(20)], { users: { mean: 40, distribution: 'poisson' }, horizon: 120 })
  const exact = simulate(of).summary.latency
  const bounded = simulate(of, { limits: { ...RUN_LIMITS, requests: 100 } })
  expect(bounded.summary.latency.method).toBe('histogram')
  expect(bounded.requests).toMatchObject({ truncated: true })
  expect(bounded.requests.id.length).toBe(100)
  for (const p of ['p50', 'p90', 'p95', 'p99', 'p999'] as const) {
    expect(Math.abs(bounded.summary.latency[p]! / exact[p]! - 1)).toBeLessThan(0.003)
  }
  expect(bounded.summary.latency.mean).toBe(exact.mean)
})

test('the histogram counts every completed request', () => {
  const { histogram, summary } = simulate(singleServer([cpu(50), io(20)], { horizon: 300 }))
  expect(histogram.counts.reduce((a, b) => a + b)).toBe(summary.requests.completed)
  expect(histogram.edges.length).toBe(histogram.counts.length + 1)
  const constant = simulate(singleServer([io(20)], { resources: { cpu_cores: 8 } }))
  expect(constant.histogram.counts.reduce((a, b) => a + b)).toBe(constant.summary.requests.completed)
})

test('nobody at all gives zeros and nulls, no NaN', () => {
  const result = simulate(singleServer([io(1)], { users: { mean: 0, distribution: 'poisson' } }))
  expect(JSON.stringify(result.summary)).not.toContain('NaN')
  expect(result.summary.requests).toMatchObject({ generated: 0, completed: 0, inFlight: 0 })
  expect(result.histogram.counts.length).toBe(0)
})

test('a cancelled run tells how far it came, and counts what is in flight', () => {
  const run = new Run({ scenario: singleServer([io(500)]), scenarioName: 'test', seed: 1, appVersion: 'test' })
  run.advance(500)
  const { end, simulatedSeconds, summary } = run.finish(0)
  expect(end).toBe('cancelled')
  expect(simulatedSeconds).toBeLessThan(60)
  expect(summary.requests.inFlight).toBeGreaterThan(0)
  expect(summary.requests.completed + summary.requests.inFlight).toBe(summary.requests.generated)
})

test('a server passes requests on to the next one in a chain', () => {
  const of = scenario({
    servers: [server('front', [cpu(1)]), server('back', [io(10)])],
    edges: [edge('client', 'front'), edge('front', 'back'), edge('back', 'client')],
    users: always(0.1),
    horizon: 600,
  })
  expect(simulate(of).summary.latency.max).toBeCloseTo(0.004 + 0.011, 6)
})

test('the phases of the completed requests add up to their mean latency', () => {
  const steps = [ram(300), cpu(30), db(40), io(5), cpu(10)]
  const of = balanced(2, steps, {
    users: { mean: 35, distribution: 'poisson' },
    events: [spike('client→lb', 5, 20, 0.1)],
  })
  const withPool = {
    ...of.topology_graph.nodes,
    servers: of.topology_graph.nodes.servers.map((spec) => ({
      ...spec,
      server_resources: { ...spec.server_resources, db_connection_pool: 1 },
    })),
  }
  const { summary } = simulate({ ...of, topology_graph: { ...of.topology_graph, nodes: withPool } })
  const phases = summary.phases!
  const sum = Object.values(phases).reduce((total, seconds) => total + seconds, 0)
  expect(sum / summary.latency.mean!).toBeCloseTo(1, 12)
  expect(phases.cpu_service).toBeCloseTo(0.04, 12)
  expect(phases.io_db).toBeCloseTo(0.04, 12)
  expect(phases.io_wait).toBeCloseTo(0.005, 12)
  for (const wait of ['ram_wait', 'cpu_wait', 'db_pool_wait'] as const) expect(phases[wait]).toBeGreaterThan(0.001)
})

test('the mean latency of an edge is that of all requests sent over it, under way or not', () => {
  const slow = edge('client', 'srv', { latency: always(50) })
  const { edges } = simulate(scenario({ servers: [server('srv', [])], edges: [slow, edge('srv', 'client')] })).summary
  // The run ends after 60 s, so most are still on their way.
  expect(edges[slow.id]!.latency).toBeCloseTo(50, 9)
})

test('samples bear the times that one would write', () => {
  const { series } = simulate(singleServer([cpu(1)], { horizon: 20, samplePeriod: 0.07 }))
  const { time } = series.find(({ metric }) => metric === 'ready_queue_len')!
  expect(time[99]).toBe(7)
  expect(100 * 0.07).not.toBe(7)
})
