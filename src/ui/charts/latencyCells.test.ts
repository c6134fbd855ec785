import { describe, expect, it } from 'vitest'
import { always, exponential, scenario, simulate, singleServer } from '../../../tests/fixtures/scenario'
import { recordsOfCsv } from '../../../tests/fixtures/strictCsv'
import { formatSeconds } from '../../base/format'
import { lineChart } from '../../export/report/charts'
import { writeRun } from '../../export/writeRun'
import { binned, cumulative, heatMapCells, latencyCounts, percentileSeries } from './latencyCells'

describe('latencies in the intervals of a run (E02)', () => {
  const result = simulate(singleServer([{ kind: 'initial_parsing', step_operation: { cpu_time: exponential(0.01) } }]))
  const { intervals, requests, summary } = result
  const all = { first: 0, end: intervals.ends.length }
  const counts = latencyCounts(intervals, all)
  const completed = summary.requests.completed
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0)

  it('all requests are in some bin, on a linear and on a logarithmic axis, however many bins there are', () => {
    for (const bins of [1, 7, 64]) {
      for (const geometric of [false, true]) {
        const histogram = binned(counts, geometric, bins)
        expect(histogram.counts).toHaveLength(bins)
        expect(sum(histogram.counts)).toBe(completed)
      }
    }
  })

  it('bins have equal widths, or equal ratios, and hold what lies between their edges', () => {
    const { edges } = binned(counts, false, 10)
    const widths = [...edges].slice(1).map((edge, i) => edge - (edges[i] as number))
    for (const width of widths) expect(width).toBeCloseTo(widths[0] as number, 9)
    const { edges: ratios, counts: inBins } = binned(counts, true, 10)
    expect((ratios[5] as number) / (ratios[4] as number)).toBeCloseTo((ratios[1] as number) / (ratios[0] as number), 9)
    const latencies = latenciesOf()
    const [from, to] = [ratios[4] as number, ratios[5] as number]
    const between = latencies.filter((latency) => latency >= from && latency < to).length
    // A cell of the histogram can lie across an edge.
    expect(Math.abs((inBins[4] as number) - between)).toBeLessThan(0.05 * between + 3)
  })

  it('the cumulative curve rises to all of them, in no more points than asked for', () => {
    const points = cumulative(counts, 100)
    expect(points.length).toBeLessThan(300)
    expect(points.at(-1)?.share).toBe(1)
    points.slice(1).forEach(({ share }, i) => {
      expect(share).toBeGreaterThan(points[i]?.share ?? 1)
    })
    const half = points.find(({ share }) => share >= 0.5)
    // One point of the curve is one per cent of the requests.
    expect(Math.abs((half?.latency ?? 0) / (summary.latency.p50 ?? 1) - 1)).toBeLessThan(0.05)
  })

  it('the cells of the heat map add up to all requests, in no more columns than asked for', () => {
    const map = heatMapCells(intervals, all, 47, 20)
    expect(map?.counts.length).toBeLessThanOrEqual(47)
    expect(map?.times).toHaveLength((map?.counts.length ?? 0) + 1)
    expect(sum((map?.counts ?? []).map(sum))).toBe(completed)
    expect(map?.most).toBe(Math.max(...(map?.counts ?? []).flat()))
  })

  it('percentiles of an interval are those of the requests that completed in it', () => {
    const [p50, p95] = percentileSeries(intervals, [50, 95])
    const interval = intervals.completed.indexOf(Math.max(...intervals.completed))
    const from = interval === 0 ? 0 : (intervals.ends[interval - 1] as number)
    const sorted = latenciesOf((finish) => finish > from && finish <= (intervals.ends[interval] as number)).sort(
      (a, b) => a - b,
    )
    for (const [line, p] of [
      [p50, 0.5],
      [p95, 0.95],
    ] as const) {
      const rank = (sorted.length - 1) * p
      const [low, high] = [Math.floor(rank), Math.ceil(rank)].map((index) => sorted[index] as number) as [
        number,
        number,
      ]
      const expected = low + (high - low) * (rank % 1)
      expect((line?.series.max[interval] as number) / expected).toBeCloseTo(1, 2)
    }
  })

  it('chart, CSV file and report give the same percentiles of each interval (E01)', () => {
    const lines = percentileSeries(intervals, [50, 95, 99])
    const file = (format: 'intervals' | 'report') => [...writeRun(format, { result, scenarioText: '' })].join('')
    const rows = recordsOfCsv(file('intervals'))
    for (const { name, series } of lines)
      expect(rows.map((row) => Number(row[`latency_${name} [s]`] || Number.NaN))).toEqual([...series.max])
    const drawn = lines.map(({ name, series }) => ({ name, values: series.max }))
    const what = 'of the requests completed in each interval'
    const chart = lineChart('Latency percentiles', what, intervals.ends, drawn, formatSeconds).text
    expect(file('report').includes(chart)).toBe(true)
  })

  it('nothing completed, nothing drawn (E13)', () => {
    const idle = simulate(scenario({ servers: [], edges: [], users: always(0) })).intervals
    expect(heatMapCells(idle, { first: 0, end: idle.ends.length }, 10, 10)).toBeUndefined()
    const none = latencyCounts(idle, { first: 0, end: idle.ends.length })
    expect(binned(none, true, 10).counts).toHaveLength(0)
    expect(cumulative(none, 10)).toEqual([])
    expect(percentileSeries(idle, [50])[0]?.series.max.every(Number.isNaN)).toBe(true)
  })

  function latenciesOf(when: (finish: number) => boolean = () => true): number[] {
    return [...requests.finish.keys()]
      .filter((i) => requests.outcome[i] === 0 && when(requests.finish[i] as number))
      .map((i) => (requests.finish[i] as number) - (requests.start[i] as number))
  }
})

it('equal latencies have a bin around them', () => {
  const { edges, counts } = binned({ latency: [0.25], count: [3] }, false, 4)
  expect(edges[0]).toBeLessThan(0.25)
  expect(edges[4]).toBeGreaterThan(0.25)
  expect(counts.reduce((a, b) => a + b)).toBe(3)
})
