import { describe, expect, it } from 'vitest'
import { scenarioForTest } from '../../../tests/fixtures/document'
import { syntheticRun, syntheticSummary } from '../../../tests/fixtures/syntheticRun'
import type { RunResult } from '../../engine/runResult'
import { describeArrivals } from './arrivals'

interface Changes extends Partial<RunResult> {
  readonly servers?: readonly string[]
  readonly seed?: number
  readonly users?: number
}

function run(letter: string, { servers = ['a'], seed = 7, users = 1, ...changes }: Changes = {}) {
  const scenario = scenarioForTest(servers)
  const workload = { ...scenario.rqs_input, avg_active_users: { mean: users, distribution: 'poisson' as const } }
  const { identity } = syntheticRun()
  return {
    letter,
    run: {
      id: letter,
      text: '',
      scenario: { ...scenario, rqs_input: workload },
      result: syntheticRun({ identity: { ...identity, seed }, ...changes }),
    },
  }
}

const a = run('A')
const same = 'Same seed 7, same workload: the same requests arrive at the same times'
const partlyChance = 'requests are not the same, so the differences are partly chance.'

describe('F02 what the differences of compared runs mean', () => {
  it('is the change alone when seed and workload are the same, whatever the servers', () => {
    const others = [run('B', { servers: ['a', 'b'] }), run('C', { servers: ['c'] })]
    expect(describeArrivals(a, others)).toBe(`${same}, so the differences come from the change alone.`)
  })

  it('is partly chance when the workload or the seed differs', () => {
    expect(describeArrivals(a, [run('B', { users: 2 })])).toBe(`B has another workload than A: its ${partlyChance}`)
    expect(describeArrivals(a, [run('B', { seed: 8 }), run('C', { seed: 9 })])).toBe(
      `B and C have another seed than A: their ${partlyChance} Run them with one seed to see the change alone.`,
    )
  })

  it('is told pair by pair, each with the baseline', () => {
    const others = [a, run('B'), run('D', { users: 2 })]
    expect(describeArrivals(run('C'), others)).toBe(
      `Same seed 7, same workload in A, B and C: the same requests arrive at the same times, so the differences come from the change alone. D has another workload than C: its ${partlyChance}`,
    )
  })

  it('is not the change alone where a run ended early or the warm-up differs', () => {
    const cancelled = run('B', { end: 'cancelled', simulatedSeconds: 4.25 })
    expect(describeArrivals(a, [cancelled])).toBe(
      `${same}. The figures do not cover the same time (A from 0 s to 10 s; B from 0 s to 4.25 s, cancelled): counts differ for that alone, and others may.`,
    )
    const summary = syntheticSummary({ warmUp: { seconds: 2, by: 'stated' } })
    expect(describeArrivals(a, [run('B', { summary })])).toContain('(A from 0 s to 10 s; B from 2 s to 10 s)')
  })
})
