import { expect, test } from 'vitest'
import { DurationTally } from './durationTally'

const SECONDS = [0.004, 3, 0.25, 0, 0.25, 40, 0.0001]

function tallyOf(durations: readonly number[]): DurationTally {
  const tally = new DurationTally()
  for (const seconds of durations) tally.add(seconds)
  return tally
}

test('a tally knows how many there were, their mean and the longest exactly', () => {
  const { count, mean, max } = tallyOf(SECONDS).spread
  expect(count).toBe(7)
  expect(mean).toBeCloseTo(43.5041 / 7, 12)
  expect(max).toBe(40)
})

test('percentiles are within 2 %, and none is beyond the longest', () => {
  const thousand = Array.from({ length: 1000 }, (_, i) => (i + 1) / 100)
  const { p50, p95, p99 } = tallyOf(thousand).spread
  expect(Math.abs(p50! / 5.005 - 1)).toBeLessThan(0.02)
  expect(Math.abs(p95! / 9.5005 - 1)).toBeLessThan(0.02)
  expect(Math.abs(p99! / 9.9001 - 1)).toBeLessThan(0.02)
  // The middle of the cell of 1 is above 1.
  expect(tallyOf([1]).spread).toMatchObject({ p50: 1, p95: 1, p99: 1 })
})

test('where there was none, there is nothing to say', () => {
  const nothing = { count: 0, mean: null, max: null, p50: null, p95: null, p99: null }
  expect(new DurationTally().spread).toEqual(nothing)
  const forgotten = tallyOf(SECONDS)
  forgotten.reset()
  expect(forgotten.spread).toEqual(nothing)
  forgotten.add(2)
  expect(forgotten.spread).toEqual(tallyOf([2]).spread)
})

test.each([0, 1, 3, 7])('tallies of parts, the first of %i, add up to that of the whole', (length) => {
  const sum = tallyOf(SECONDS.slice(0, length))
  const other = tallyOf(SECONDS.slice(length))
  sum.addAll(other)
  const { mean, ...whole } = tallyOf(SECONDS).spread
  expect(sum.spread).toMatchObject(whole)
  expect(sum.spread.mean).toBeCloseTo(mean!, 12)
  expect(other.spread.count).toBe(SECONDS.length - length)
})
