import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Hash64 } from './hash64'

const hashOf = (words: readonly number[]) => {
  const hash = new Hash64()
  for (const word of words) hash.word(word)
  return hash.hex
}

test('every bit of every word moves about half of the bits of both lanes', () => {
  const words = [1, 2, 3, 0x7fffffff, -1]
  const before = hashOf(words)
  const moved = [0, 0]
  const flips = words.length * 32
  for (let flip = 0; flip < flips; flip++) {
    const changed = words.map((word, i) => (i === flip >> 5 ? word ^ (1 << (flip & 31)) : word))
    const after = hashOf(changed)
    for (const lane of [0, 1]) moved[lane]! += bitsApart(after, before, lane)
  }
  // 16 of 32 bits on average; five standard deviations of the mean of 160 flips are ± 1.1.
  for (const lane of [0, 1]) expect(Math.abs(moved[lane]! / flips - 16)).toBeLessThan(1.1)
})

test('order, zeros and lengths count', () => {
  const hashes = [[], [0], [0, 0], [1, 2], [2, 1], [-1], [1, 2, 0]].map(hashOf)
  expect(new Set(hashes).size).toBe(hashes.length)
})

test('numbers differ that differ in their last bit; −0 and 0 differ', () => {
  const hashOfDouble = (value: number) => {
    const hash = new Hash64()
    hash.double(value)
    return hash.hex
  }
  expect(hashOfDouble(0.1 + 0.2)).not.toBe(hashOfDouble(0.3))
  expect(hashOfDouble(-0)).not.toBe(hashOfDouble(0))
  expect(hashOfDouble(0.3)).toBe(hashOfDouble(0.3))
})

test('texts do not run into each other', () => {
  const hashOfTexts = (...texts: string[]) => {
    const hash = new Hash64()
    for (const text of texts) hash.text(text)
    return hash.hex
  }
  expect(hashOfTexts('ab', 'c')).not.toBe(hashOfTexts('a', 'bc'))
  expect(hashOfTexts('', 'a')).not.toBe(hashOfTexts('a', ''))
})

test('100,000 short sequences have 100,000 hashes', () => {
  const seen = new Set<string>()
  for (let a = 0; a < 100; a++) for (let b = 0; b < 1000; b++) seen.add(hashOf([a, b]))
  expect(seen.size).toBe(100_000)
})

test('the hash of what was taken in so far can be read at any time', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.array(fc.integer()), (head, tail) => {
      const hash = new Hash64()
      for (const word of head) hash.word(word)
      expect(hash.hex).toBe(hashOf(head))
      for (const word of tail) hash.word(word)
      expect(hash.hex).toBe(hashOf([...head, ...tail]))
    }),
    { seed: 1, numRuns: 50 },
  )
})

function bitsApart(a: string, b: string, lane: number): number {
  const wordOf = (hex: string) => Number.parseInt(hex.slice(8 * lane, 8 * lane + 8), 16)
  let difference = wordOf(a) ^ wordOf(b)
  let count = 0
  for (; difference !== 0; difference &= difference - 1) count++
  return count
}
