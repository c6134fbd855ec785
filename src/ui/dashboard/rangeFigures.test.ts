import { describe, expect, it } from 'vitest'
import { always, exponential, simulate, singleServer } from '../../../tests/fixtures/scenario'
import { snapped } from '../charts/timeScale'
import { percentilesOf } from './latencyFigures'
import { rangeFigures } from './rangeFigures'

describe('the figures of a selection (§3, E09)', () => {
  // Any run will do: all figures are made again from its log.
  const result = simulate(singleServer([{ kind: 'initial_parsing', step_operation: { cpu_time: exponential(0.01) } }]))
  const { requests, intervals } = result
  const whole = result.simulatedSeconds

  function requestsWithin(start: number, end: number) {
    const ended = [...requests.finish.keys()].filter((i) => {
      const at = requests.finish[i] as number
      return at > start && at <= end
    })
    return { ended, latencies: ended.map((i) => (requests.finish[i] as number) - (requests.start[i] as number)) }
  }

  function exactOf(label: string, start: number, end: number): string {
    const { groups } = rangeFigures(intervals, { start, end })
    return groups.flatMap(({ figures }) => figures).find((figure) => figure.label === label)?.exact ?? 'none'
  }

  it('are those of the requests that ended in the intervals it touches', () => {
    const asked = { start: whole * 0.31, end: whole * 0.54 }
    const { start, end } = snapped(intervals, asked)
    expect(start).toBeLessThanOrEqual(asked.start)
    expect(end).toBeGreaterThanOrEqual(asked.end)
    const { latencies } = requestsWithin(start, end)
    expect(latencies.length).toBeGreaterThan(100)
    expect(Number.parseFloat(exactOf('completed', asked.start, asked.end))).toBe(latencies.length)
    const mean = latencies.reduce((sum, latency) => sum + latency, 0) / latencies.length
    expect(Number.parseFloat(exactOf('mean', asked.start, asked.end))).toBeCloseTo(mean, 12)
    expect(Number.parseFloat(exactOf('throughput', asked.start, asked.end))).toBeCloseTo(
      latencies.length / (end - start),
      12,
    )
    // Cells of the histogram are within 0.2 % of their values, interpolation included within 0.3 %.
    const sorted = latencies.sort((a, b) => a - b)
    const median = sorted[Math.floor((sorted.length - 1) / 2)] as number
    expect(Math.abs(Number.parseFloat(exactOf('p50', asked.start, asked.end)) / median - 1)).toBeLessThan(0.01)
  })

  it('have the percentiles that the charts of the latencies mark (E02)', () => {
    const selection = { start: whole * 0.4, end: whole * 0.42 }
    const marked = percentilesOf(result, selection)
    expect(marked).toHaveLength(3)
    for (const { name, value } of marked)
      expect(exactOf(name, selection.start, selection.end)).toBe(`${value} s (within 0.3 %)`)
  })

  it('say which stretch they cover, in round borders', () => {
    const { scope } = rangeFigures(intervals, { start: 0, end: whole })
    expect(scope).toBe(`t = 0–${whole} s`)
  })

  it('have dashes where nothing completed, and no NaN (E13)', () => {
    const idle = simulate(singleServer([], { users: always(0) }))
    const { groups } = rangeFigures(idle.intervals, { start: 0, end: 1 })
    const texts = groups.flatMap(({ figures }) => figures.map(({ text }) => text))
    expect(texts).toContain('–')
    expect(texts.join(' ')).not.toMatch(/NaN|Infinity/)
  })
})
