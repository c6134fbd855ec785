import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { randomScenario } from '../../tests/fixtures/randomScenario'
import {
  always,
  balanced,
  edge,
  exponential,
  outage,
  scenario,
  server,
  simulate,
  singleServer,
} from '../../tests/fixtures/scenario'
import { db, io, ram } from '../../tests/fixtures/timeline'
import type { DurationSpec, Scenario, StepSpec } from '../catalog/specs'

const cpu = (time: DurationSpec): StepSpec => ({ kind: 'cpu_bound_operation', step_operation: { cpu_time: time } })

test('Little’s law holds exactly in any scenario, once lost and unfinished requests are counted', () => {
  fc.assert(
    fc.property(randomScenario(), (of) => {
      const { littlesLaw } = simulate(of).sanity
      const { inSystem, product, lost, unfinished } = littlesLaw
      expect(Math.abs(product + lost + unfinished - inSystem)).toBeLessThan(1e-9 * (1 + inSystem))
    }),
    { seed: 8, numRuns: 100 },
  )
})

describe('the offered load', () => {
  it('is arrivals times work over capacity, of every resource that is asked for something', () => {
    const of = singleServer([cpu(0.03), ram(10), db(50)], {
      resources: { cpu_cores: 2, db_connection_pool: 4 },
      horizon: 600,
    })
    const { sanity, summary } = simulate(of)
    // Some 10 requests per second; all that were generated came to the server but those on the way at the end.
    const rate = summary.requests.generated / 600
    const offered = Object.fromEntries(sanity.loads.map(({ resource, offered }) => [resource, offered]))
    expect(offered.cpu).toBeCloseTo((rate * 0.03) / 2, 3)
    expect(offered.db_pool).toBeCloseTo((rate * 0.05) / 4, 3)
    expect(offered.ram).toBeCloseTo((rate * 10 * 0.08) / 1024, 3)
    // Waiting holds memory, too.
    const used = sanity.loads.find(({ resource }) => resource === 'ram')!.used!
    expect(used).toBeGreaterThan(offered.ram!)
    expect(used).toBeCloseTo(summary.components.srv!.ram_in_use!.mean / 1024, 12)
  })

  it('is none where nothing is asked for', () => {
    expect(simulate(singleServer([])).sanity.loads).toEqual([])
  })
})

describe('the closed form', () => {
  /** 10 requests/s for 10,000 s: the mean wait of a queue at ρ = 0.5 is then known to about 2 % (one standard error). */
  const long = { horizon: 10_000 }
  const one = (of: Scenario) => {
    const { closedForms } = simulate(of).sanity
    expect(closedForms).toHaveLength(1)
    return closedForms[0]!
  }
  const expectClose = ({ theory, simulated }: { theory: number; simulated: number }) =>
    expect(Math.abs(simulated / theory - 1)).toBeLessThan(0.08)

  it.each([
    ['M/M/1', 1, exponential(0.05), 0.05],
    ['M/D/1', 1, 0.05, 0.025],
    ['M/M/c', 3, exponential(0.15), (0.15 / 1.5) * 0.236842],
    ['M/D/c', 3, 0.15, undefined],
    ['M/G/1', 1, { distribution: 'gamma', mean: 0.05, cv: 2 }, 0.125],
  ] as const)(
    '%s applies to one server with constant users and stands beside what was simulated',
    (model, cores, time, wait) => {
      const form = one(singleServer([io(20), cpu(time)], { ...long, resources: { cpu_cores: cores } }))
      expect(form).toMatchObject({ component: 'srv', model, quantity: 'core_wait', reasons: [] })
      // From the arrivals seen, which are within 2 % of 10 per second.
      if (wait !== undefined) expect(Math.abs(form.theory / wait - 1)).toBeLessThan(0.06)
      expectClose(form)
    },
  )

  it('counts consecutive CPU steps as one service', () => {
    const form = one(singleServer([cpu(exponential(0.03)), ram(1), cpu(0.02)], long))
    expect(form).toMatchObject({ model: 'M/G/1', reasons: [] })
    expectClose(form)
  })

  it('takes the mixture of several endpoints for one law', () => {
    const of = singleServer([cpu(0.02)], long)
    of.topology_graph.nodes.servers[0]!.endpoints.push({ endpoint_name: '/b', steps: [cpu(0.08)] })
    const form = one(of)
    expect(form).toMatchObject({ model: 'M/G/1', reasons: [] })
    expectClose(form)
  })

  it('knows how many sleep at a server without CPU work', () => {
    const form = one(singleServer([io(300), io(200)], long))
    expect(form).toMatchObject({ model: 'M/G/∞', quantity: 'asleep', reasons: [] })
    expectClose(form)
  })

  it('applies behind M/M/1, whose departures are a Poisson process', () => {
    const chain = (first: DurationSpec) =>
      scenario({
        ...long,
        servers: [server('a', [cpu(first)]), server('b', [cpu(exponential(0.06))])],
        edges: [edge('client', 'a'), edge('a', 'b'), edge('b', 'client')],
      })
    const [, behindM] = simulate(chain(exponential(0.05))).sanity.closedForms
    expect(behindM).toMatchObject({ component: 'b', model: 'M/M/1', reasons: [] })
    expectClose(behindM!)
    const [, behindD] = simulate(chain(0.05)).sanity.closedForms
    expect(behindD!.reasons).toEqual(['the server before it shapes the arrivals'])
  })

  it('does not apply behind a Poisson server whose own arrivals are none', () => {
    const chain = scenario({
      servers: [server('a', [cpu(0.05)]), server('b', [io(1)]), server('c', [cpu(exponential(0.05))])],
      edges: [edge('client', 'a'), edge('a', 'b'), edge('b', 'c'), edge('c', 'client')],
    })
    const reasons = (of: Scenario, id: string) =>
      simulate(of).sanity.closedForms.find(({ component }) => component === id)!.reasons
    expect(reasons(chain, 'a')).toEqual([])
    expect(reasons(chain, 'b')).toEqual(['the server before it shapes the arrivals'])
    expect(reasons(chain, 'c')).toEqual(['the server before it shapes the arrivals'])
  })

  it('looks at how many ways a load balancer has, not at how many servers there are', () => {
    const behind = (...targets: readonly string[]) => {
      const of = scenario({
        servers: [server('a', [cpu(exponential(0.05))]), server('b', [cpu(exponential(0.05))])],
        edges: [edge('client', 'lb'), ...targets.map((id) => edge('lb', id)), edge('a', 'b'), edge('b', 'client')],
        balancer: 'round_robin',
      })
      return simulate(of).sanity.closedForms.map(({ reasons }) => reasons)
    }
    expect(behind('a')).toEqual([[], []])
    expect(behind('a', 'client')).toEqual([
      ['the load balancer decides when requests come'],
      ['the server before it shapes the arrivals'],
    ])
  })

  it('does not apply to sleeps that are long beside the run, unless its warm-up is left out', () => {
    const asleep = (warmUp: number) => {
      const of = singleServer([io(10_000)], { horizon: 300 })
      return one({ ...of, sim_settings: { ...of.sim_settings, warm_up_s: warmUp } }).reasons
    }
    expect(asleep(0)).toEqual(['the run is short for what sleeps so long'])
    expect(asleep(50)).toEqual([])
    expect(one(singleServer([io(1_000)], { horizon: 300 })).reasons).toEqual([])
  })

  it.each<[string, RegExp, Scenario]>([
    [
      'users that come and go',
      /number of users/,
      singleServer([cpu(0.05)], { users: { mean: 10, distribution: 'poisson' } }),
    ],
    ['events', /injected/, balanced(2, [cpu(0.05)], { events: [outage('srv-1', 1, 2)] })],
    ['a load balancer', /load balancer/, balanced(2, [cpu(0.05)])],
    ['several bursts', /more than once/, singleServer([cpu(0.02), io(5), cpu(0.02)])],
    ['scarce memory', /memory was short/, singleServer([ram(900), cpu(0.05)])],
    [
      'a general law on several cores',
      /approximation/,
      singleServer([cpu({ distribution: 'uniform', mean: 0.1 })], { resources: { cpu_cores: 2 } }),
    ],
    [
      'a pool before the cores',
      /connection pool/,
      singleServer([db(5), cpu(0.05)], { resources: { db_connection_pool: 1 } }),
    ],
  ])('is only approximate with %s', (_, reason, of) => {
    expect(simulate(of).sanity.closedForms[0]!.reasons.join()).toMatch(reason)
  })

  it('is silent where there is no stationary state, and where nothing was asked', () => {
    expect(simulate(singleServer([cpu(0.2)])).sanity.closedForms).toEqual([])
    expect(simulate(singleServer([cpu(0.05)], { users: always(0) })).sanity.closedForms).toEqual([])
    expect(simulate(singleServer([])).sanity.closedForms).toEqual([])
  })
})
