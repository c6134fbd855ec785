import { beforeAll, describe, expect, test } from 'vitest'
import { Run } from '../../src/engine/run'
import { MMc } from '../../src/stats/queueing/mmc'
import { cpu, exponential, oneServer } from '../../src/validation/models/network'
import { QueueObserver } from '../../src/validation/queueObserver'
import { effort } from '../fixtures/effort'
import { criticalChiSquare } from '../samplers/statistics'

const SERVICE = 0.1

/**
 * How often n requests were at the server at instants so far apart that one look says nothing of the next: after
 * `spacing` [s] the correlation has fallen below 1e-3 (relaxation time 1/(cμ(1 − √ρ)²)).
 */
function looks(servers: number, rate: number, spacing: number, count: number): number[] {
  const scenario = oneServer({ rate, requests: rate * spacing * (count + 2) }, [cpu(exponential(SERVICE))], {
    cpu_cores: servers,
  })
  const run = new Run({ scenario, scenarioName: 'looks', seed: effort.seed, appVersion: 'test' })
  const queue = new QueueObserver(run.network, 0)
  const counts: number[] = []
  for (let look = 1; look <= count; look++) {
    run.network.simulation.step(look * spacing, Number.POSITIVE_INFINITY)
    counts[queue.present] = (counts[queue.present] ?? 0) + 1
  }
  return counts
}

/** χ² of the counts against M/M/c; all n from which on fewer than 25 looks are expected are one bin. */
function chiSquare(counts: readonly number[], theory: MMc): { readonly statistic: number; readonly freedom: number } {
  const total = counts.reduce((a, b) => a + b, 0)
  let statistic = 0
  let bins = 0
  let left = 1
  let seen = 0
  const add = (count: number, probability: number) => {
    const expected = probability * total
    statistic += (count - expected) ** 2 / expected
    bins++
  }
  for (let n = 0; theory.inSystem(n) * total >= 25 || n < theory.servers; n++) {
    const probability = theory.inSystem(n)
    add(counts[n] ?? 0, probability)
    left -= probability
    seen += counts[n] ?? 0
  }
  add(total - seen, left)
  return { statistic, freedom: bins - 1 }
}

describe.each([
  { servers: 1, rate: 5, spacing: 8, count: 20_000 },
  { servers: 4, rate: 20, spacing: 2, count: 20_000 },
])('the number at the server of M/M/$servers, half busy', ({ servers, rate, spacing, count }) => {
  let counts: number[]
  beforeAll(() => {
    counts = looks(servers, rate, spacing, effort.runs(count))
  })

  test('follows its law (χ² at 1e-6)', () => {
    const { statistic, freedom } = chiSquare(counts, new MMc(servers, rate * SERVICE, SERVICE))
    expect(statistic).toBeLessThan(criticalChiSquare(freedom))
  })

  test('and not that of 5 % more traffic, or of a server more', () => {
    const busier = chiSquare(counts, new MMc(servers, 1.05 * rate * SERVICE, SERVICE))
    expect(busier.statistic).toBeGreaterThan(criticalChiSquare(busier.freedom))
    const wider = chiSquare(counts, new MMc(servers + 1, rate * SERVICE, SERVICE))
    expect(wider.statistic).toBeGreaterThan(criticalChiSquare(wider.freedom))
  })
})
