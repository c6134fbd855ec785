import { describe, expect, test } from 'vitest'
import { differences } from './differences'

describe.each(differences)('$id: $figure', ({ theirs, ours }) => {
  test('AsyncFlow 0.1.1 gave what we say it gives', () => {
    expect(Math.abs(theirs.measure() - theirs.expected)).toBeLessThanOrEqual(theirs.tolerance * theirs.expected)
  })

  test('we give what is documented', () => {
    expect(Math.abs(ours.measure() - ours.expected)).toBeLessThanOrEqual(ours.tolerance * ours.expected)
  })

  test('the two differ by more than either may be wrong, but for what is the same on purpose', () => {
    const apart = Math.abs(ours.expected - theirs.expected)
    if (apart > 0) expect(apart).toBeGreaterThan(theirs.tolerance * theirs.expected + ours.tolerance * ours.expected)
  })
})

test('every difference of docs/semantics.md has its figures', () => {
  const ids = new Set(differences.map(({ id }) => id))
  expect([...ids]).toEqual(Array.from({ length: 16 }, (_, i) => `F${i + 1}`))
})
