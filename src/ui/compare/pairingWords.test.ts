import { describe, expect, it } from 'vitest'
import { scenarioForTest } from '../../../tests/fixtures/document'
import { syntheticRun, syntheticSummary } from '../../../tests/fixtures/syntheticRun'
import type { Pairing } from '../../engine/pairing'
import { phaseTimesOf } from '../../engine/phaseTimes'
import { changeText, describePairing, fatesOf, remarksOn } from './pairingWords'

const counts = {
  faster: 30,
  slower: 10,
  unchanged: 60,
  lost: 1,
  saved: 2,
  failedInBoth: 0,
  onlyBefore: 0,
  onlyAfter: 3,
}
const change = (mean: number) => ({ mean, min: -1, p5: -1, p25: -1, p50: 0, p75: 0, p95: 1, max: 1 })
/** Changes by phase, the waits for a core being the third. */
const phases = (cpuWait: number, network: number) => ({
  count: 100,
  means: phaseTimesOf(Float64Array.of(network, 0, cpuWait, 0, 0, 0, 0, 0, 0), 0, 1),
})
const pairing = (changes: Partial<Pairing>): Pairing => ({
  counts,
  sameArrivals: true,
  latency: change(-0.012),
  phases: phases(-0.015, 0.003),
  changedMost: [],
  histogram: { edges: new Float64Array(), counts: new Float64Array() },
  ...changes,
})

describe('what a pairing says', () => {
  it('is how many became faster and slower, by how much, and in which phase', () => {
    expect(describePairing(pairing({}))).toBe(
      'Of 100 requests that completed in both runs, 30 (30 %) became faster and 10 (10 %) slower; on average −12 ms. Most of it is in “Wait for a core”: −15 ms.',
    )
    expect(describePairing(pairing({ latency: change(0.002), phases: phases(-0.001, 0.003) }))).toContain(
      'on average +2 ms. Most of it is in “Network”: +3 ms.',
    )
  })

  it('does without the phases, and without any change', () => {
    expect(describePairing(pairing({ phases: undefined }))).toMatch(/on average −12 ms\.$/)
    const same = pairing({ counts: { ...counts, faster: 0, slower: 0 }, latency: change(0), phases: phases(0, 0) })
    expect(describePairing(same)).toMatch(/0 \(0 %\) became faster and 0 \(0 %\) slower\.$/)
    expect(describePairing(pairing({ latency: undefined }))).toBe('No request completed in both runs.')
  })

  it('names every class of requests, failures only where there are any', () => {
    expect(fatesOf(counts, 'A', 'B').map(({ label, count }) => [label, count])).toEqual([
      ['faster', 30],
      ['slower', 10],
      ['unchanged', 60],
      ['lost', 1],
      ['saved', 2],
      ['only in B', 3],
    ])
  })

  it('says what is not in it, and what is', () => {
    const run = (changes: Parameters<typeof syntheticRun>[0]) => ({
      id: 'run',
      text: '',
      scenario: scenarioForTest(['a']),
      result: syntheticRun(changes),
    })
    const cut = run({ requests: { ...syntheticRun().requests, truncated: true } })
    const warmed = run({ summary: syntheticSummary({ warmUp: { seconds: 10, by: 'stated' } }) })
    expect(remarksOn([run({}), run({})])).toEqual([])
    expect(remarksOn([run({}), cut])).toEqual([expect.stringContaining('200\u202f000')])
    expect(remarksOn([warmed, run({})])).toEqual([expect.stringContaining('warm-up')])
  })

  it('writes changes with their sign', () => {
    expect([-0.0121, 0, 2].map(changeText)).toEqual(['−12.1 ms', '0 s', '+2 s'])
  })
})
