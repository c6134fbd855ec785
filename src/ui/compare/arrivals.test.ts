import { describe, expect, it } from 'vitest'
import { scenarioForTest } from '../../../tests/fixtures/document'
import { syntheticRun } from '../../../tests/fixtures/syntheticRun'
import type { FinishedRun } from '../../store/contracts'
import { arrivalsOf, describeArrivals } from './arrivals'

function run(servers: readonly string[], seed: number, users = 1): FinishedRun {
  const scenario = scenarioForTest(servers)
  const workload = { ...scenario.rqs_input, avg_active_users: { mean: users, distribution: 'poisson' as const } }
  const { identity } = syntheticRun()
  return {
    id: String(seed),
    text: '',
    scenario: { ...scenario, rqs_input: workload },
    result: syntheticRun({ identity: { ...identity, seed } }),
  }
}

describe('F02 what the arrivals of compared runs have in common', () => {
  it('is everything when seed and workload are the same, whatever the servers', () => {
    expect(arrivalsOf([run(['a'], 7), run(['a', 'b'], 7), run(['c'], 7)])).toEqual({ kind: 'same', seed: 7 })
  })

  it('is nothing when the workload or the seed differs', () => {
    expect(arrivalsOf([run(['a'], 7), run(['a'], 7, 2)])).toEqual({ kind: 'other-workload', seed: 7 })
    expect(arrivalsOf([run(['a'], 7), run(['a'], 8)])).toEqual({ kind: 'other-seed' })
  })

  it('is said in words', () => {
    expect(describeArrivals({ kind: 'same', seed: 7 })).toContain('change alone')
    expect(describeArrivals({ kind: 'other-seed' })).toContain('chance')
  })
})
