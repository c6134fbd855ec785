import { expect, test } from 'vitest'
import { Philox } from './philox'

/** Known answers for philox4x32 with 7 rounds, as published with Random123. */
const KNOWN_ANSWERS = [
  { counter: [0, 0, 0, 0], key: [0, 0], words: [0x5f6fb709, 0x0d893f64, 0x4f121f81, 0x4f730a48] },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff],
    words: [0x5207ddc2, 0x45165e59, 0x4d8ee751, 0x8c52f662],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    words: [0x4dfccaba, 0x190a87f0, 0xc47362ba, 0xb6b5242a],
  },
] as const

test.each(KNOWN_ANSWERS)('block $counter under key $key is the published one', ({ counter, key, words }) => {
  const philox = new Philox(key[0], key[1])
  const [c0, c1, c2, c3] = counter
  philox.seek(c0, c1, c2, c3)
  expect(philox.words).toEqual(words)
})

test('uniform variates lie strictly between 0 and 1, and 1 − u is exact', () => {
  const philox = new Philox(1, 2)
  for (let n = 0; n < 10_000; n++) {
    philox.seek(n)
    for (const u of [philox.first, philox.second]) {
      expect(u > 0 && u < 1).toBe(true)
      expect(1 - (1 - u)).toBe(u)
    }
  }
})

test('a block does not depend on what was drawn before', () => {
  const straight = new Philox(7, 8)
  straight.seek(5)
  const wandering = new Philox(7, 8)
  wandering.seek(99)
  wandering.seek(5)
  expect(wandering.words).toEqual(straight.words)
})
