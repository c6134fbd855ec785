import { expect, test } from 'vitest'
import { forAllScenarios } from '../../tests/fixtures/forAll'
import { edge, exponential, scenario, server, simulate } from '../../tests/fixtures/scenario'
import { cpu, io, ram, spawn } from '../../tests/fixtures/timeline'
import type { Scenario } from '../catalog/specs'
import { phaseNames } from './phaseTimes'
import { traceRequests } from './requestTrace'

function traced(of: Scenario, seed: number, most: number) {
  const { requests } = simulate(of, { seed })
  const count = Math.min(most, requests.id.length)
  const followed = Array.from({ length: count }, (_, i) => ({ id: requests.id[i]!, finish: requests.finish[i]! }))
  return { requests, traces: traceRequests({ scenario: of, scenarioName: '', seed, appVersion: '' }, followed) }
}

test('in random scenarios spans cover each request without gaps, and add up to its phases', () => {
  forAllScenarios(60, 0, (of, seed) => {
    const { requests, traces } = traced(of, seed, 150)
    traces.forEach(({ id, spans }, i) => {
      expect(id).toBe(requests.id[i])
      let now = requests.start[i]!
      const times = new Map<string, number>()
      for (const { phase, from, to } of spans) {
        expect(from).toBe(now)
        expect(to).toBeGreaterThan(from)
        times.set(phase, (times.get(phase) ?? 0) + to - from)
        now = to
      }
      expect(now).toBe(requests.finish[i])
      phaseNames.forEach((name, phase) => {
        expect(Math.abs((times.get(name) ?? 0) - requests.phases[i * phaseNames.length + phase]!)).toBeLessThan(1e-9)
      })
    })
  })
})

test('a trace tells the way of a request through the topology', () => {
  const of = scenario({
    servers: [server('first', [ram(100), cpu(5), spawn(100), io(20)]), server('second', [cpu(3)])],
    edges: [edge('client', 'first', { latency: exponential(0.01) }), edge('first', 'second'), edge('second', 'client')],
    users: { mean: 5, distribution: 'normal', variance: 0 },
  })
  const [trace] = traced(of, 1, 1).traces
  expect(trace!.spans.map(({ component, phase }) => `${component} ${phase}`)).toEqual([
    'users→client network',
    'client→first network',
    'first cpu_service',
    'first io_wait',
    'first→second network',
    'second cpu_service',
    'second→client network',
  ])
})

test('a run that another version made is not followed', () => {
  const of = scenario({ servers: [server('srv', [cpu(5)])], edges: [edge('client', 'srv'), edge('srv', 'client')] })
  const options = { scenario: of, scenarioName: '', seed: 1, appVersion: '' }
  const { id, finish } = simulate(of).requests
  const request = (finish: number) => [{ id: id[100]!, finish }]
  expect(traceRequests(options, request(finish[100]!))).toHaveLength(1)
  for (const other of [finish[100]! - 1e-9, finish[100]! + 1e-9, finish[100]! + 1]) {
    expect(() => traceRequests(options, request(other))).toThrow('another version')
  }
  expect(() => traceRequests(options, [{ id: 1_000_000, finish: 10 }])).toThrow('another version')
})

test('a sample that has too many spans is halved: it is spread over the run, and what is no sample stays', () => {
  const of = scenario({
    servers: [server('srv', [cpu(5), io(20)])],
    edges: [edge('client', 'srv'), edge('srv', 'client')],
    users: { mean: 20, distribution: 'normal', variance: 0 },
  })
  const { requests } = simulate(of, { seed: 1 })
  const followed = Array.from(requests.id, (id, i) => ({
    id,
    finish: requests.finish[i]!,
    dispensable: id % 100 !== 0,
  }))
  const options = { scenario: of, scenarioName: '', seed: 1, appVersion: '' }
  const all = traceRequests(options, followed)
  expect(all).toHaveLength(followed.length)
  const part = traceRequests(options, followed, 2000)
  const spans = (traces: typeof all) => traces.reduce((sum, trace) => sum + trace.spans.length, 0)
  expect(spans(all)).toBeGreaterThan(5000)
  expect(spans(part)).toBeLessThanOrEqual(2000)
  // Less than the half would have been too little.
  expect(spans(part)).toBeGreaterThan(700)
  const kept = new Set(part.map(({ id }) => id))
  expect(followed.filter(({ dispensable }) => !dispensable).every(({ id }) => kept.has(id))).toBe(true)
  for (const quarter of [0, 1, 2, 3]) {
    const from = (quarter * requests.id.length) / 4
    const ids = requests.id.subarray(from, from + requests.id.length / 4)
    expect(ids.filter((id) => kept.has(id)).length).toBeGreaterThan(part.length / 8)
  }
  const before = new Map(all.map((trace) => [trace.id, trace]))
  for (const trace of part) expect(trace).toEqual(before.get(trace.id))
})
