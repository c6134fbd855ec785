import { expect, test } from 'vitest'
import {
  balanced,
  edge,
  exponential,
  scenario,
  server,
  simulate,
  singleServer,
  spike,
} from '../../tests/fixtures/scenario'
import { cpu, io, spawn } from '../../tests/fixtures/timeline'
import type { Scenario } from '../catalog/specs'
import { Run } from '../engine/run'
import { type StationName, stationsOf } from '../engine/stations'
import { Network } from '../kernel/network/network'
import type { DrawSource } from '../kernel/random/draws'
import { StreamedDraws } from '../kernel/random/streamedDraws'
import { EventHashes, type Fingerprint, hashOfFigures, hashOfSeries, runWithFingerprint } from './fingerprint'

const links = [
  edge('client', 'srv', { latency: exponential(0.01), dropout_rate: 0.1 }),
  edge('srv', 'client', { latency: exponential(0.01) }),
]
const base = scenario({ servers: [server('srv', [cpu(40), io(20), spawn(70)])], edges: links, horizon: 20 })

const fingerprintOf = (of: Scenario, draws?: DrawSource): Fingerprint =>
  runWithFingerprint({ scenario: of, seed: 1, ...(draws && { draws }) }).fingerprint

/** Which of the four hashes differ. */
const moved = (a: Fingerprint, b: Fingerprint) =>
  (['order', 'trace', 'series', 'outputs'] as const).filter((part) => a[part] !== b[part])

test('the same run has the same fingerprint, however it is sliced', () => {
  const whole = fingerprintOf(base)
  expect(fingerprintOf(base)).toEqual(whole)
  for (const slice of [1, 7, 1009]) {
    expect(runWithFingerprint({ scenario: base, seed: 1 }, slice).fingerprint).toEqual(whole)
  }
})

test('to be watched changes nothing', () => {
  const watched = runWithFingerprint({ scenario: base, seed: 1 }).fingerprint
  const unwatched = simulate(base)
  expect(unwatched.summary.requests.completed).toBeGreaterThan(100)
  expect(watched.outputs).toBe(hashOfFigures(unwatched))
  expect(watched.series).toBe(hashOfSeries(unwatched.series))
})

test('another seed moves all four hashes', () => {
  const other = runWithFingerprint({ scenario: base, seed: 2 }).fingerprint
  expect(moved(other, fingerprintOf(base))).toEqual(['order', 'trace', 'series', 'outputs'])
})

test('one request that is a nanosecond later moves the trace and not the order', () => {
  let changed = 0
  const draws = new StreamedDraws(1, 0)
  const nudged: DrawSource = {
    ...boundOf(draws),
    link: (component, dropout, law) => {
      const link = draws.link(component, dropout, law)
      let current = 0
      return {
        isLost: (ordinal) => {
          current = ordinal
          return link.isLost(ordinal)
        },
        latency: () => {
          const latency = link.latency()
          if (component !== 'srv→client' || current !== 50) return latency
          changed++
          return latency + 1e-9
        },
      }
    },
  }
  const { order, trace } = fingerprintOf(base, nudged)
  const whole = fingerprintOf(base)
  expect(changed).toBe(1)
  expect(order).toBe(whole.order)
  expect(trace).not.toBe(whole.trace)
})

test('the name of a component moves order and trace, were its draws the same', () => {
  const renamed = structuredClone(base)
  renamed.topology_graph.nodes.servers[0]!.id = 'server'
  for (const link of renamed.topology_graph.edges) {
    if (link.source === 'srv') link.source = 'server'
    if (link.target === 'srv') link.target = 'server'
  }
  expect(moved(fingerprintOf(renamed), fingerprintOf(base))).toEqual(['order', 'trace', 'series', 'outputs'])
})

const stations: readonly StationName[] = [
  { kind: 'edge', id: 'a' },
  { kind: 'edge', id: 'b' },
  { kind: 'events', id: '' },
]
/** Time, address, signal and number of the request. */
type Happening = readonly [time: number, station: number, signal: number, ordinal: number]
const history: readonly Happening[] = [
  [0.1, 0, 0, 1],
  [0.2, 1, 3, 2],
  [0.2, 1, 3, 3],
]

/** Hashes of a made-up history. */
function hashesOf(events: readonly Happening[], named = stations) {
  const network = new Network({ generated() {}, ended() {}, spent() {} })
  const hashes = new EventHashes(network, named)
  for (const [time, station, signal, ordinal] of events) {
    network.simulation.now = time
    network.requests.ordinal[5] = ordinal
    hashes.before(station, signal, 5)
  }
  return { order: hashes.order.hex, trace: hashes.trace.hex }
}

test.each<[string, readonly Happening[]]>([
  ['two requests change places at one instant', [history[0]!, history[2]!, history[1]!]],
  ['an event happens to another component', [[0.1, 1, 0, 1], history[1]!, history[2]!]],
  ['something else happens', [[0.1, 0, 1, 1], history[1]!, history[2]!]],
  ['an event is missing', history.slice(1)],
])('order and trace move when %s', (_, events) => {
  expect(hashesOf(events).order).not.toBe(hashesOf(history).order)
  expect(hashesOf(events).trace).not.toBe(hashesOf(history).trace)
})

test('only the trace moves when an event is an instant later', () => {
  const later = hashesOf([[nextAfter(0.1), 0, 0, 1], history[1]!, history[2]!])
  expect(later.order).toBe(hashesOf(history).order)
  expect(later.trace).not.toBe(hashesOf(history).trace)
})

test('order and trace move when a component has another name', () => {
  const renamed = hashesOf(
    history,
    stations.map((name) => (name.id === 'b' ? { ...name, id: 'c' } : name)),
  )
  expect(renamed.order).not.toBe(hashesOf(history).order)
  expect(renamed.trace).not.toBe(hashesOf(history).trace)
})

test('one bit of one sample, the name of a series and its length move the hash of the series', () => {
  const { series } = runWithFingerprint({ scenario: base, seed: 1 }).result
  const hash = hashOfSeries(series)
  const changed = series.flatMap((one, i) =>
    (['time', 'min', 'max', 'mean'] as const).map((column) => {
      const values = one[column].slice()
      values[7] = nextAfter(values[7]!)
      return hashOfSeries(series.with(i, { ...one, [column]: values }))
    }),
  )
  expect(changed.length).toBeGreaterThan(20)
  changed.push(hashOfSeries(series.slice(1)), hashOfSeries(series.with(2, { ...series[2]!, component: 'other' })))
  changed.push(hashOfSeries(series.with(2, { ...series[2]!, samplesPerPoint: 2 })))
  expect(new Set(changed).size).toBe(changed.length)
  expect(changed).not.toContain(hash)
})

test('every figure of the summary moves the hash of the outputs', () => {
  const { result } = runWithFingerprint({
    scenario: balanced(2, [cpu(40)], { horizon: 10 }),
    seed: 1,
  })
  const hashes: string[] = []
  const visit = (value: unknown, change: (to: unknown) => unknown) => {
    if (typeof value === 'number') hashes.push(hashOfFigures(change(nextAfter(value)) as typeof result))
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) visit(part, (to) => change({ ...value, [key]: to }))
    }
  }
  visit(result.summary, (summary) => ({ ...result, summary }))
  expect(hashes.length).toBeGreaterThan(40)
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(hashes).not.toContain(hashOfFigures(result))
})

test('every event is told of the component that it happens to', () => {
  const of = singleServer([io(10), spawn(5)], { horizon: 20, events: [spike('client→srv', 5, 6, 1)] })
  const run = new Run({ scenario: of, scenarioName: '', seed: 1, appVersion: '' })
  const counts = new Map<string, number>()
  const named = stationsOf(of).map(({ kind, id }) => `${kind} ${id}`.trim())
  run.network.simulation.observe({
    before: (station) => counts.set(named[station]!, (counts.get(named[station]!) ?? 0) + 1),
    after() {},
  })
  run.toEnd(1000)
  const { generated, completed } = run.finish(0).summary.requests
  // Nothing is lost: what went in came out, but for the few that were on their way at the end.
  expect(counts.get('workload users')).toBe(generated + 1)
  expect(counts.get('edge srv→client')).toBe(completed)
  expect(counts.get('server srv')! - 2 * completed).toBeLessThan(5)
  expect(counts.get('events')).toBe(2)
})

/** The next larger number that a double can be. */
function nextAfter(value: number): number {
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, value)
  view.setBigInt64(0, view.getBigInt64(0) + 1n)
  return view.getFloat64(0)
}

function boundOf(draws: DrawSource): DrawSource {
  return {
    arrivals: (...args) => draws.arrivals(...args),
    link: (...args) => draws.link(...args),
    server: (...args) => draws.server(...args),
    demand: (...args) => draws.demand(...args),
  }
}
