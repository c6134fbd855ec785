import { expect, test } from 'vitest'
import { balanced, edge, scenario, server, simulate, singleServer } from '../../tests/fixtures/scenario'
import { cpu, db, io, ram, spawn } from '../../tests/fixtures/timeline'
import { RUN_LIMITS } from '../scenario/size/limits'
import { Run } from './run'

/** A thousand requests per second. */
const rush = { rpm: 6000, horizon: 1000 }
const limits = { ...RUN_LIMITS, inFlight: 5_000 }

test('a saturated server ends the run as unstable, and everything until then is kept', () => {
  const result = simulate(singleServer([cpu(2)], rush), { limits })
  expect(result.end).toBe('unstable')
  // 500 of 1000 requests per second stay: 5000 after about 10 s.
  expect(result.simulatedSeconds).toBeGreaterThan(9)
  expect(result.simulatedSeconds).toBeLessThan(20)
  const { completed, inFlight, generated } = result.summary.requests
  expect(completed + inFlight).toBe(generated)
  expect(result.requests.id.length).toBe(completed)
  expect(result.instability).toMatchObject({ component: 'srv', resource: 'cpu', inFlight })
  expect(result.instability!.waiting).toBeGreaterThan(4_900)
  expect(result.instability!.since).toBeLessThan(1)
})

test('what ends as unstable does not depend on slices', () => {
  const of = singleServer([cpu(2)], rush)
  const sliced = new Run({ scenario: of, scenarioName: 'test', seed: 1, appVersion: 'test', limits })
  while (sliced.advance(777)) {
    // Looks at the number in the system fall within slices.
  }
  expect(sliced.advance(1)).toBe(false)
  expect(sliced.finish(0)).toEqual(simulate(of, { limits }))
})

test.each([
  ['cpu', [cpu(2)], {}],
  ['ram', [ram(100), io(50)], {}],
  ['db_pool', [db(50)], { db_connection_pool: 10 }],
  ['io', [io(100_000)], {}],
] as const)('the verdict names what ran short: %s', (resource, steps, resources) => {
  expect(simulate(singleServer(steps, { ...rush, resources }), { limits }).instability).toMatchObject({ resource })
})

test('the verdict names the edge or the server where most requests are', () => {
  const slow = scenario({
    ...rush,
    servers: [server('srv', [io(1)])],
    edges: [
      edge('client', 'srv'),
      edge('srv', 'client', { latency: { mean: 500, distribution: 'normal', variance: 0 } }),
    ],
  })
  expect(simulate(slow, { limits }).instability).toMatchObject({ component: 'srv→client', resource: 'network' })
  const uneven = balanced(2, [cpu(1)], rush)
  uneven.topology_graph.nodes.servers[1]!.endpoints[0]!.steps.push(cpu(20))
  expect(simulate(uneven, { limits }).instability).toMatchObject({ component: 'srv-2', resource: 'cpu' })
})

test('a queue that comes and goes is no instability', () => {
  const result = simulate(singleServer([cpu(8)], { rpm: 600, horizon: 60 }), { limits })
  expect(result.end).toBe('horizon')
  expect(result).not.toHaveProperty('instability')
})

test('background tasks that never end make a run unstable, too, and are told from requests', () => {
  const of = singleServer([cpu(0.1), spawn(1e9)], rush)
  const { end, simulatedSeconds, instability, attribution } = simulate(of, { limits })
  expect(end).toBe('unstable')
  // One task per request, a thousand per second.
  expect(simulatedSeconds).toBeGreaterThan(5)
  expect(simulatedSeconds).toBeLessThan(15)
  expect(instability).toMatchObject({ component: 'srv', resource: 'background' })
  expect(instability!.waiting).toBeGreaterThan(4_900)
  expect(instability!.inFlight).toBeLessThan(20)
  expect(attribution.bottleneck).toBeNull()
  expect(attribution.verdict[0]).toBe('Background tasks began faster than they ended, so the run was stopped.')
  expect(attribution.verdict).not.toContain('Nothing held requests back.')
})
