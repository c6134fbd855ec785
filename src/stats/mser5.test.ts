import { expect, test } from 'vitest'
import { mser5 } from './mser5'

/** The rule by its definition: every cut tried, sums taken anew. */
function bySearch(observations: Float64Array): number | undefined {
  const means = Array.from({ length: Math.floor(observations.length / 5) }, (_, i) =>
    observations.slice(5 * i, 5 * i + 5).reduce((sum, value) => sum + value / 5, 0),
  )
  const half = Math.floor(means.length / 2)
  const errors = Array.from({ length: half + 1 }, (_, cut) => {
    const kept = means.slice(cut)
    const mean = kept.reduce((sum, value) => sum + value, 0) / kept.length
    return kept.reduce((sum, value) => sum + (value - mean) ** 2, 0) / kept.length ** 2
  })
  const best = errors.indexOf(Math.min(...errors))
  return best === half ? undefined : 5 * best
}

/** A transient that fades over `length` observations, and noise that repeats. */
function transient(length: number): Float64Array {
  return Float64Array.from({ length: 1000 }, (_, i) => 10 * Math.max(0, 1 - i / length) + ((i * 7919) % 101) / 100)
}

test.each([20, 100, 300])('cuts a transient of %i observations as its definition says', (length) => {
  const observations = transient(length)
  const cut = mser5(observations)!
  expect(cut).toBe(bySearch(observations))
  expect(cut).toBeGreaterThan(0.6 * length)
  expect(cut).toBeLessThan(1.2 * length + 10)
})

test('leaves out nothing where nothing changes', () => {
  expect(mser5(new Float64Array(100).fill(3))).toBe(0)
})

test('does not decide where there is no steady state, or too little to see one', () => {
  expect(mser5(Float64Array.from({ length: 1000 }, (_, i) => i))).toBeUndefined()
  expect(mser5(new Float64Array(49))).toBeUndefined()
  expect(mser5(new Float64Array(50))).toBe(0)
})
