import { beforeAll, describe, expect, test } from 'vitest'
import { type Killer, killers } from './killers'
import { mutants } from './mutants'
import { runTrials, type Trial, type Verdict } from './runTrials'

/*
 * Do the tests bite? Each mutant is a fault that somebody could make; the test that is named beside it has to fail, and
 * to pass where there is no fault.
 */

const controls = Object.entries<Killer>(killers).map(([name, killer]): Trial => ({ name: `no fault, ${name}`, killer }))
const trials = mutants.map((mutant): Trial => ({ name: mutant.id, killer: killers[mutant.killer], mutant }))
let verdicts: ReadonlyMap<string, Verdict>

beforeAll(async () => {
  verdicts = await runTrials([...controls, ...trials])
}, 15 * 60_000)

describe('without a fault nothing is noticed by', () => {
  test.each(controls.map(({ killer, name }) => [killer.title, name]))('%s', (_, name) => {
    const { tests, failed, errors } = verdicts.get(name)!
    expect({ failed, errors }).toEqual({ failed: [], errors: [] })
    expect(tests).toBeGreaterThan(0)
  })
})

describe('it is noticed that', () => {
  test.each(mutants.map(({ title, killer, id }) => [title, killers[killer].title, id]))('%s (%s)', (_, _by, id) => {
    const { failed, errors } = verdicts.get(id)!
    expect(errors).toEqual([])
    expect(failed).not.toEqual([])
  })
})

test('no two mutants have one name, and no killer is idle', () => {
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length)
  expect(new Set(mutants.map(({ killer }) => killer))).toEqual(new Set(Object.keys(killers)))
})
