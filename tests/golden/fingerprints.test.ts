import { expect, test } from 'vitest'
import { computeGolden, goldenOf, goldens, referenceRuns } from '../../src/validation/goldens'

/*
 * Reference runs, bit by bit. A test that fails says what moved: the order of events, their times, the
 * series, or only a figure. When the change is meant: a line in CHANGELOG.md, then npm run golden:update.
 */

const runs = referenceRuns()

test.each(runs)('$reference.id under seed $seed is the run that was accepted', ({ reference, seed }) => {
  expect(computeGolden(reference, seed)).toEqual(goldenOf(reference.id, seed))
})

test('every fingerprint belongs to a reference run, and to no two', () => {
  const names = goldens.map(({ scenario, seed }) => `${scenario} ${seed}`)
  expect(names).toEqual(runs.map(({ reference, seed }) => `${reference.id} ${seed}`))
  expect(new Set(goldens.map(({ fingerprint }) => fingerprint.trace)).size).toBe(goldens.length)
})
