import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Scenario, ServerSpec } from '../../src/catalog/specs'
import type { DrawSource } from '../../src/kernel/random/draws'
import { StreamedDraws } from '../../src/kernel/random/streamedDraws'
import { RandomStreams } from '../../src/kernel/random/streams'
import { effort } from '../fixtures/effort'
import { randomScenario } from '../fixtures/randomScenario'
import { edge, exponential, outage, server, simulate, spike } from '../fixtures/scenario'
import { cpu, db, io } from '../fixtures/timeline'

/*
 * Every draw has a name, so what one part of a scenario draws depends on no other part: two variants of a
 * scenario can be compared request by request. Checked bit by bit, on random scenarios.
 */

/** Everything that was drawn, by its name. */
type Draws = ReadonlyMap<string, number>

const SEED = 7

/** Runs a scenario and writes down every draw. */
function drawsOf(scenario: Scenario, source: DrawSource = new StreamedDraws(SEED, 0)) {
  const draws = new Map<string, number>()
  const note = (name: string, value: number) => {
    draws.set(name, value)
    return value
  }
  const noting: DrawSource = {
    arrivals(component, users) {
      const of = source.arrivals(component, users)
      return {
        users: (window) => note(`${component}: users in window ${window}`, of.users(window)),
        gap: (n) => note(`${component}: gap ${n}`, of.gap(n)),
      }
    },
    link(component, dropoutRate, latency) {
      const of = source.link(component, dropoutRate, latency)
      let request = 0
      return {
        isLost(ordinal) {
          request = ordinal
          return note(`${component}: loss of ${ordinal}`, Number(of.isLost(ordinal))) === 1
        },
        latency: () => note(`${component}: latency of ${request}`, of.latency()),
      }
    },
    server(component) {
      const of = source.server(component)
      return { endpoint: (ordinal, count) => note(`${component}: endpoint of ${ordinal}`, of.endpoint(ordinal, count)) }
    },
    demand(component, endpoint, step, law) {
      const of = source.demand(component, endpoint, step, law)
      return { of: (ordinal) => note(`${component}: ${endpoint} ${step} of ${ordinal}`, of.of(ordinal)) }
    },
  }
  const result = simulate(scenario, { seed: SEED, draws: noting })
  return { draws, result }
}

/** Draws that both have and that are not the same; and how many both have. */
function compare(a: Draws, b: Draws, isMeant: (name: string) => boolean = () => true) {
  const common = [...a.keys()].filter((name) => b.has(name) && isMeant(name))
  return { common: common.length, different: common.filter((name) => !Object.is(a.get(name), b.get(name))) }
}

const property = (check: (scenario: Scenario, choice: number) => void, runs = effort.runs(100)) =>
  fc.assert(fc.property(randomScenario(), fc.nat(), check), { seed: effort.seed, numRuns: runs })

/** A copy of the scenario in which one server is another. */
function changed(scenario: Scenario, choice: number, change: (server: ServerSpec) => void) {
  const copy = structuredClone(scenario)
  const { servers } = copy.topology_graph.nodes
  const chosen = servers[choice % servers.length]!
  change(chosen)
  return { copy, chosen: chosen.id }
}

test('a server, an edge, a metric and events that concern nobody change nobody’s draws and nobody’s way', () => {
  property((scenario) => {
    const more = structuredClone(scenario)
    more.topology_graph.nodes.servers.unshift(server('unconnected', [cpu(5), io(5)]))
    more.topology_graph.edges.unshift(edge('unconnected', 'client', { id: 'unused', latency: exponential(0.1) }))
    more.events = [spike('unused', 0, 3, 0.5), outage('unconnected', 1, 4), ...(more.events ?? [])]
    const { enabled_sample_metrics } = more.sim_settings
    more.sim_settings.enabled_sample_metrics = enabled_sample_metrics.length > 0 ? [] : ['ram_in_use']

    const before = drawsOf(scenario)
    const after = drawsOf(more)
    expect(compare(before.draws, after.draws).different).toEqual([])
    expect(after.draws.size).toBe(before.draws.size)
    expect(after.result.requests.id).toEqual(before.result.requests.id)
    expect(after.result.requests.finish).toEqual(before.result.requests.finish)
    expect(after.result.summary.latency).toEqual(before.result.summary.latency)
  })
})

test('more or fewer cores, memory and connections leave every arrival, loss, choice and demand as it was', () => {
  let compared = 0
  let moved = 0
  property((scenario, choice) => {
    const { copy } = changed(scenario, choice, ({ server_resources }) => {
      server_resources.cpu_cores = server_resources.cpu_cores === 1 ? 3 : 1
      server_resources.ram_mb += 300
      server_resources.db_connection_pool = server_resources.db_connection_pool === 1 ? null : 1
    })
    const before = drawsOf(scenario)
    const after = drawsOf(copy)
    const { common, different } = compare(before.draws, after.draws)
    expect(different).toEqual([])
    compared += common
    if (before.result.summary.latency.mean !== after.result.summary.latency.mean) moved++
    const arrivals = ({ draws }: typeof before) => [...draws].filter(([name]) => name.startsWith('users:'))
    expect(arrivals(after)).toEqual(arrivals(before))
  })
  // Not for want of draws, nor because nothing changed.
  expect(compared).toBeGreaterThan(50_000)
  expect(moved).toBeGreaterThan(20)
})

test('another endpoint at one server changes the draws of no other component', () => {
  let choices = 0
  property((scenario, choice) => {
    const { copy, chosen } = changed(scenario, choice, ({ endpoints }) => {
      endpoints.push({ endpoint_name: 'another', steps: [io(3), db(2)] })
    })
    const before = drawsOf(scenario).draws
    const after = drawsOf(copy).draws
    const isChoice = (name: string) => name.startsWith(`${chosen}: endpoint of `)
    expect(compare(before, after, (name) => !isChoice(name)).different).toEqual([])
    choices += compare(before, after, isChoice).different.length
  })
  // The choices at the server itself are others, of course.
  expect(choices).toBeGreaterThan(100)
})

test('draws in the order in which they are asked for, from one stream for all, would be noticed', () => {
  const stream = new RandomStreams(SEED, 0).stream('all', '')
  const commonStream = (): DrawSource => {
    let block = 0
    const uniform = () => {
      stream.seek(block++)
      return stream.first
    }
    return {
      arrivals: (_, users) => ({ users: () => users.quantile(uniform()), gap: () => 2 * uniform() }),
      link: (_, dropout, latency) => ({
        isLost: () => uniform() < dropout,
        latency: () => latency.quantile(uniform()),
      }),
      server: () => ({ endpoint: (_, count) => Math.floor(uniform() * count) }),
      demand: (_component, _endpoint, _step, law) => ({ of: () => law.quantile(uniform()) }),
    }
  }
  let noticed = 0
  property((scenario, choice) => {
    const { copy } = changed(scenario, choice, ({ server_resources }) => {
      server_resources.cpu_cores = server_resources.cpu_cores === 1 ? 3 : 1
    })
    const { different } = compare(drawsOf(scenario, commonStream()).draws, drawsOf(copy, commonStream()).draws)
    if (different.length > 0) noticed++
  }, 20)
  expect(noticed).toBeGreaterThan(3)
})
