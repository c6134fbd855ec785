import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import { examples } from '../../src/examples'
import { writeRun } from '../../src/export/writeRun'
import { parseScenario } from '../../src/scenario/parse'
import { simulate } from '../fixtures/scenario'

/*
 * Recomputes the figures of a run from its files alone, as somebody would who trusts nothing but the numbers: by
 * definitions, without a line of the code that made them.
 */

type Row = Readonly<Record<string, string>>

function readCsv(text: string): Row[] {
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data
}

const number = (row: Row, column: string): number => Number(row[column])
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)
const mean = (values: readonly number[]): number => sum(values) / values.length

/** Linear interpolation between order statistics (NumPy's default). */
function percentile(sorted: readonly number[], p: number): number {
  const rank = ((sorted.length - 1) * p) / 100
  const below = Math.floor(rank)
  return sorted[below]! + (sorted[Math.ceil(rank)]! - sorted[below]!) * (rank - below)
}

const PHASES = [
  'network',
  'ram_wait',
  'cpu_wait',
  'cpu_service',
  'db_pool_wait',
  'io_wait',
  'io_cache',
  'io_db',
  'io_llm',
]

const objectives = `
slos:
  - { id: fast, kind: latency, threshold_s: 0.1, target: 0.95 }
  - { id: up, kind: availability, target: 0.999 }
`

describe.each(examples)('E01 from the files of "$title"', ({ text, id }) => {
  const { scenario } = parseScenario(text + objectives)
  // Short enough to be quick, long enough that every event of the example has happened.
  const settings = { ...scenario!.sim_settings, warm_up_s: 12.5 }
  const run = {
    scenarioText: text,
    result: simulate({ ...scenario!, sim_settings: settings }, { seed: 7, scenarioName: id }),
  }
  const file = (format: Parameters<typeof writeRun>[0]) => readCsv([...writeRun(format, run)].join(''))
  const [summary] = file('summary')
  const requests = file('requests')
  const intervals = file('intervals')
  const figure = (column: string) => number(summary!, column)
  const from = figure('warm_up [s]')
  const until = figure('simulated_time [s]')
  const measured = requests.filter((row) => number(row, 'finish [s]') >= from)
  const completed = measured.filter(({ outcome }) => outcome === 'completed')
  const latencies = completed.map((row) => number(row, 'finish [s]') - number(row, 'start [s]')).sort((a, b) => a - b)
  const later = intervals.filter((row) => number(row, 'start [s]') >= from)
  const length = (row: Row) => number(row, 'end [s]') - number(row, 'start [s]')
  /** To more digits than are shown anywhere. */
  const expectSame = (column: string, expected: number) => {
    expect(Math.abs(figure(column) - expected), column).toBeLessThanOrEqual(1e-7 * (1e-6 + Math.abs(expected)))
  }

  test('counts of requests', () => {
    const ended = (outcome: string) => requests.filter((row) => row.outcome === outcome).length
    expectSame('completed [requests]', ended('completed'))
    expectSame('dropped [requests]', ended('dropped'))
    expectSame('no_server_up [requests]', ended('no_server_up'))
    expectSame('generated [requests]', requests.length + figure('in_flight [requests]'))
    expectSame('generated [requests]', sum(intervals.map((row) => number(row, 'generated [requests]'))))
  })

  test('latencies and throughput', () => {
    expectSame('latency_mean [s]', mean(latencies))
    expectSame('latency_std_dev [s]', Math.sqrt(mean(latencies.map((x) => (x - mean(latencies)) ** 2))))
    expectSame('latency_min [s]', latencies[0]!)
    expectSame('latency_max [s]', latencies.at(-1)!)
    for (const p of [50, 90, 95, 99]) expectSame(`latency_p${p} [s]`, percentile(latencies, p))
    expectSame('latency_p999 [s]', percentile(latencies, 99.9))
    expectSame('throughput_mean [requests/s]', latencies.length / (until - from))
    const isWrong = (row: Row) => number(row, 'latency [s]') !== number(row, 'finish [s]') - number(row, 'start [s]')
    expect(completed.filter(isWrong)).toEqual([])
  })

  test('phases, which add up to the latency of each request', () => {
    for (const phase of PHASES)
      expectSame(`phase_${phase} [s]`, mean(completed.map((row) => number(row, `${phase} [s]`))))
    const addsUp = (row: Row) => {
      const time = number(row, 'finish [s]') - number(row, 'start [s]')
      return Math.abs(sum(PHASES.map((phase) => number(row, `${phase} [s]`))) - time) < 1e-9
    }
    expect(requests.filter((row) => !addsUp(row))).toEqual([])
  })

  test('where the time went, by percentile band', () => {
    const sorted = completed.toSorted((a, b) => number(a, 'latency [s]') - number(b, 'latency [s]'))
    for (const [low, high] of [
      [0, 50],
      [50, 90],
      [90, 95],
      [95, 99],
      [99, 100],
    ] as const) {
      const band = sorted.slice(Math.round((sorted.length * low) / 100), Math.round((sorted.length * high) / 100))
      const shown = figure(`p${low}_p${high}_latency_mean [s]`)
      // Bands share rows of latencies within 3 % of each other.
      expect(Math.abs(shown / mean(band.map((row) => number(row, 'latency [s]'))) - 1)).toBeLessThan(0.02)
    }
  })

  test('gauges of servers and edges', () => {
    const names = Object.keys(intervals[0]!).flatMap(
      (column) => /^(\S+ \S+)_mean (\[.+\])$/.exec(column)?.slice(1, 3).join('|') ?? [],
    )
    expect(names.length).toBeGreaterThanOrEqual(9)
    for (const [name, unit] of names.map((joined) => joined.split('|'))) {
      const area = sum(later.map((row) => number(row, `${name}_mean ${unit}`) * length(row)))
      expectSame(`${name}_mean ${unit}`, area / (until - from))
      expectSame(`${name}_max ${unit}`, Math.max(...later.map((row) => number(row, `${name}_max ${unit}`))))
    }
  })

  test('what servers and edges counted', () => {
    const counters = Object.keys(intervals[0]!).filter((column) =>
      /^\S+ (arrivals|answers|sent|lost) \[requests\]$/.test(column),
    )
    expect(counters.length).toBeGreaterThan(3)
    for (const column of counters) expectSame(column, sum(later.map((row) => number(row, column))))
  })

  test('objectives', () => {
    const good = latencies.filter((latency) => latency <= 0.1).length
    expectSame('fast valid [requests]', latencies.length)
    expectSame('fast good [requests]', good)
    expectSame('fast burn_rate', (latencies.length - good) / latencies.length / (1 - 0.95))
    expectSame('up valid [requests]', measured.length)
    expectSame('up good [requests]', latencies.length)
    expect(summary!['fast met']).toBe(String(good >= 0.95 * latencies.length))
  })
})
