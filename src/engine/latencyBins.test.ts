import { describe, expect, it } from 'vitest'
import { LogLinearHistogram } from '../stats/logLinearHistogram'
import { binnedHistogram, exactHistogram } from './latencyBins'

const sum = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0)

function ascending(length: number, from: number, to: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => from + ((to - from) * i) / (length - 1))
}

describe('bins of latencies', () => {
  it('span the latencies exactly and count each once', () => {
    const values = ascending(1000, 0.03, 0.09)
    const { edges, counts } = exactHistogram(values)
    expect([edges[0], edges.at(-1), sum(counts)]).toEqual([0.03, 0.09, 1000])
    expect(edges).toHaveLength(counts.length + 1)
  })

  it('include their lower edge and exclude the upper one, but for the last', () => {
    const { edges, counts } = exactHistogram(Float64Array.of(0, 32, 64))
    expect([edges[32], counts[31], counts[32], counts[63]]).toEqual([32, 0, 1, 1])
  })

  it('are equally wide where latencies are alike', () => {
    const { edges } = exactHistogram(ascending(10, 1, 3))
    expect(edges[1]! - edges[0]!).toBeCloseTo(edges[64]! - edges[63]!, 12)
  })

  it('grow by one ratio where latencies span orders of magnitude, so that fast requests stay apart', () => {
    const { edges, counts } = exactHistogram(Float64Array.of(0.01, 0.02, 0.03, 10))
    expect(edges[1]! / edges[0]!).toBeCloseTo(edges[64]! / edges[63]!, 9)
    expect(counts.filter((count) => count > 0)).toHaveLength(4)
    expect([edges[0], edges.at(-1)]).toEqual([0.01, 10])
  })

  it('are one around equal latencies, zero included', () => {
    expect(exactHistogram(Float64Array.of(2, 2, 2)).counts).toEqual(Float64Array.of(3))
    // As they come from adding up times.
    expect(exactHistogram(Float64Array.of(2 - 2e-16, 2, 2 + 4e-16)).counts).toEqual(Float64Array.of(3))
    expect(exactHistogram(Float64Array.of(2, 2 + 1e-8)).counts).toHaveLength(64)
    expect(exactHistogram(Float64Array.of(0, 0))).toEqual({
      edges: Float64Array.of(0, 0.001),
      counts: Float64Array.of(2),
    })
  })

  it('are none without latencies', () => {
    expect(exactHistogram(new Float64Array()).counts).toHaveLength(0)
  })

  it('are columns of their own each time, since a picture of the run takes them away', () => {
    for (let picture = 0; picture < 2; picture++) {
      const { edges, counts } = exactHistogram(new Float64Array())
      expect(() => structuredClone({ edges, counts }, { transfer: [edges.buffer, counts.buffer] })).not.toThrow()
    }
  })

  it('count every value of a finer histogram', () => {
    const cells = new LogLinearHistogram()
    for (const value of ascending(500, 0.001, 2)) cells.add(value)
    expect(sum(binnedHistogram(cells, 0.001, 2).counts)).toBe(500)
  })
})
