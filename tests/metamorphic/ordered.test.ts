import { expect, test } from 'vitest'
import type { Scenario, StepSpec } from '../../src/catalog/specs'
import { StreamedDraws } from '../../src/kernel/random/streamedDraws'
import { changedDraws } from '../fixtures/changedDraws'
import { forAllScenarios } from '../fixtures/forAll'
import { always, edge, exponential, scenario, server, simulate } from '../fixtures/scenario'
import { cpu, io, ServerTimeline } from '../fixtures/timeline'
import { requestsOf, withResources } from './change'

/*
 * With the same arrivals and the same demands, more capacity never makes a request later, path by path: true of one
 * queue that is first come, first served, and not in general.
 */

const RUNS = 40

/** One server, one random step, and links that keep the order. */
function singleQueue(of: Scenario, steps: readonly StepSpec[]): Scenario {
  const spec = server('srv', steps, of.topology_graph.nodes.servers[0]!.server_resources)
  const edges = [edge('client', 'srv'), edge('srv', 'client')]
  return scenario({ servers: [spec], edges, users: always(20), rpm: 60, horizon: 20 })
}

/** Nobody finishes later than before; those who are not back at the end finish after all others. */
function expectNoneLater(before: Scenario, after: Scenario, seed: number, speed = 1): void {
  const faster = changedDraws(new StreamedDraws(seed, 0), { demand: (seconds) => seconds / speed })
  const finishes = new Map(requestsOf(simulate(after, { seed, draws: faster })).map(({ id, finish }) => [id, finish]))
  for (const { id, finish } of requestsOf(simulate(before, { seed })))
    expect(finishes.get(id)).toBeLessThanOrEqual(finish + 1e-9)
}

const work: StepSpec = {
  kind: 'cpu_bound_operation',
  step_operation: { cpu_time: { distribution: 'gamma', mean: 0.06, cv: 1.5 } },
}

test('one more core makes nobody wait longer', () => {
  forAllScenarios(RUNS, 40, (of, seed) => {
    const tight = singleQueue(of, [work])
    const cores = tight.topology_graph.nodes.servers[0]!.server_resources.cpu_cores
    expectNoneLater(tight, withResources(tight, { cpu_cores: cores + 1 }), seed)
  })
})

test('faster work makes nobody wait longer', () => {
  forAllScenarios(RUNS, 41, (of, seed) => expectNoneLater(singleQueue(of, [work]), singleQueue(of, [work]), seed, 1.25))
})

test('more memory makes nobody wait longer', () => {
  const hold: StepSpec[] = [
    { kind: 'ram', step_operation: { necessary_ram: 70.3 } },
    { kind: 'io_wait', step_operation: { io_waiting_time: exponential(0.3) } },
  ]
  forAllScenarios(RUNS, 42, (of, seed) => {
    const tight = withResources(singleQueue(of, hold), { ram_mb: 300 })
    expectNoneLater(tight, withResources(tight, { ram_mb: 400 }), seed)
  })
})

test('but where requests come back to the queue, one more core can make somebody late', () => {
  const finishes = (cores: number) => {
    const timeline = new ServerTimeline({
      endpoints: [
        [cpu(40), io(20), cpu(40)],
        [cpu(20), io(30), cpu(30)],
        [cpu(10), io(20), cpu(40)],
      ],
      arrivals: [2, 10, 31],
      resources: { cpu_cores: cores },
    })
    timeline.gaugesAt(1000)
    return timeline.finishTimes()
  }
  // With two cores the others are through their first step sooner, and hold both when request 1 comes back.
  expect(finishes(1)).toEqual([112, 142, 182])
  expect(finishes(2)).toEqual([130, 90, 101])
})
