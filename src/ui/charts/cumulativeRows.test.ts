import { describe, expect, it } from 'vitest'
import { cumulativeRows } from './cumulativeRows'

const quick = { latency: [1, 2, 4], count: [2, 1, 1] }
const slow = { latency: [2, 8], count: [1, 3] }
const none = { latency: [], count: [] }

describe('cumulative curves', () => {
  it('of one run rise at its latencies to all of its requests', () => {
    expect(cumulativeRows([quick], 100)).toEqual([
      { latency: 1, shares: [0.5] },
      { latency: 2, shares: [0.75] },
      { latency: 4, shares: [1] },
    ])
  })

  it('F01 of several runs have a share of each run at every latency of any', () => {
    expect(cumulativeRows([quick, slow, none], 100)).toEqual([
      { latency: 1, shares: [0.5, 0, undefined] },
      { latency: 2, shares: [0.75, 0.25, undefined] },
      { latency: 4, shares: [1, 0.25, undefined] },
      { latency: 8, shares: [1, 1, undefined] },
    ])
  })

  it('keep exact shares where points are left out', () => {
    const latency = Array.from({ length: 10_000 }, (_, i) => i + 1)
    const many = { latency, count: latency.map(() => 1) }
    const rows = cumulativeRows([many, { latency: [5000.5], count: [7] }], 50)
    expect(rows.length).toBeLessThan(300)
    expect(rows.find((row) => row.latency === 5000.5)?.shares).toEqual([0.5, 1])
    for (const { latency: at, shares } of rows) expect(shares[0]).toBe(Math.floor(at) / 10_000)
  })

  it('of no request have no rows', () => {
    expect(cumulativeRows([none, none], 100)).toEqual([])
  })
})
