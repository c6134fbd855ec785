import { expect, test } from 'vitest'
import { edge, exponential, scenario, server, simulate, singleServer } from '../../tests/fixtures/scenario'
import { cpu, io } from '../../tests/fixtures/timeline'
import type { ObjectiveSpec, Scenario } from '../catalog/specs'

const lossy = singleServer([cpu(5), io(10)], {
  edges: [edge('client', 'srv', { dropout_rate: 0.2 }), edge('srv', 'client', { latency: exponential(0.02) })],
  horizon: 100,
})

function judged(of: Scenario, ...slos: ObjectiveSpec[]) {
  return simulate({ ...of, slos })
}

test('availability counts what completed among all that ended', () => {
  const result = judged(lossy, { id: 'up', kind: 'availability', target: 0.9 })
  const { completed, dropped } = result.summary.requests.outcomes
  expect(result.summary.objectives).toEqual([
    {
      id: 'up',
      kind: 'availability',
      target: 0.9,
      valid: completed + dropped,
      good: completed,
      met: false,
      burnRate: dropped / (completed + dropped) / (1 - 0.9),
      budgetUsed: dropped / (completed + dropped) / (1 - 0.9),
    },
  ])
})

test('latency counts the completed requests that took no longer than the threshold', () => {
  const { summary, requests } = judged(lossy, {
    id: 'fast',
    kind: 'latency',
    threshold_s: 0.03,
    target: 0.2,
    window_s: 400,
  })
  const latencies = Array.from(requests.finish, (finish, i) => finish - requests.start[i]!)
  const good = latencies.filter((latency, i) => requests.outcome[i] === 0 && latency <= 0.03).length
  const [objective] = summary.objectives
  expect(objective).toMatchObject({ valid: summary.requests.completed, good, met: true })
  expect(good).toBeGreaterThan(0)
  expect(good).toBeLessThan(summary.requests.completed)
  // A quarter of the window has gone by.
  expect(objective!.budgetUsed).toBeCloseTo(objective!.burnRate! / 4, 12)
})

test('an objective for an endpoint counts the requests that took it at the last server', () => {
  const [first, last] = [server('first', [cpu(1)]), server('last', [])]
  const twoWays = {
    ...last,
    endpoints: [
      { endpoint_name: '/quick', steps: [io(1)] },
      { endpoint_name: '/slow', steps: [io(50)] },
    ],
  }
  const result = judged(
    scenario({
      servers: [first, twoWays],
      edges: [edge('client', 'first'), edge('first', 'last'), edge('last', 'client')],
    }),
    { id: 'quick', kind: 'latency', threshold_s: 0.02, target: 0.99, endpoint: '/quick' },
    { id: 'slow', kind: 'latency', threshold_s: 0.02, target: 0.99, endpoint: '/slow' },
  )
  const [quick, slow] = result.summary.objectives
  expect(quick!.valid + slow!.valid).toBe(result.summary.requests.completed)
  expect(quick).toMatchObject({ good: quick!.valid, met: true, burnRate: 0 })
  expect(slow).toMatchObject({ good: 0, met: false })
})

test('the intervals add up to the whole', () => {
  const { summary, intervals } = judged(lossy, { id: 'fast', kind: 'latency', threshold_s: 0.03, target: 0.5 })
  const [counted] = intervals.objectives
  const sum = (column: Float64Array) => column.reduce((a, b) => a + b, 0)
  expect([sum(counted!.valid), sum(counted!.good)]).toEqual([summary.objectives[0]!.valid, summary.objectives[0]!.good])
})

test('where nothing was counted nothing is said', () => {
  const nobody = singleServer([cpu(5)], { users: { mean: 0, distribution: 'normal', variance: 0 } })
  expect(judged(nobody, { id: 'up', kind: 'availability', target: 0.9 }).summary.objectives[0]).toMatchObject({
    met: null,
    burnRate: null,
    budgetUsed: null,
  })
})

test('a request that came to no server counts for no endpoint', () => {
  // Every second one goes from the load balancer straight back; a fresh slot has seen no server, a used one has.
  const result = judged(
    scenario({
      servers: [server('srv', [io(1)])],
      edges: [edge('client', 'lb'), edge('lb', 'srv'), edge('lb', 'client'), edge('srv', 'client')],
      balancer: 'round_robin',
      horizon: 600,
    }),
    { id: 'fast', kind: 'latency', endpoint: '/', threshold_s: 1, target: 0.5 },
  )
  const { answers } = result.summary.servers.srv!
  expect(result.summary.requests.completed).toBeGreaterThan(1.9 * answers)
  expect(result.summary.objectives[0]).toMatchObject({ valid: answers, good: answers })
})
