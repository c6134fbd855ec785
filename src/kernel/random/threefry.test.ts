import { expect, test } from 'vitest'
import { Threefry, uniform } from './threefry'

/** Known answers for threefry4x32 with 13 rounds, as published with Random123. */
const KNOWN_ANSWERS = [
  { counter: [0, 0, 0, 0], key: [0, 0, 0, 0], words: [0x531c7e4f, 0x39491ee5, 0x2c855a92, 0x3d6abf9a] },
  {
    counter: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    key: [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff],
    words: [0xc4189358, 0x1c9cc83a, 0xd5881c67, 0x6a0a89e0],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89],
    words: [0x4aa71d8f, 0x734738c2, 0x431fc6a8, 0xae6debf1],
  },
] as const

/** A variate shows the upper 26 bits of both of its words. */
test.each(KNOWN_ANSWERS)('block $counter under key $key is the published one', ({ counter, key, words }) => {
  const [key0, key1, key2, key3] = key
  const [counter0, ...others] = counter
  const threefry = new Threefry(key0, key1, key2, key3, ...others)
  threefry.seek(counter0)
  expect([threefry.first, threefry.second]).toEqual([uniform(words[0], words[1]), uniform(words[2], words[3])])
})

test('a variate is the middle of a cell: 26 bits of each word, and a half', () => {
  expect(uniform(0, 0)).toBe(2 ** -53)
  expect(uniform(0, 64)).toBe(1.5 * 2 ** -52)
  expect(uniform(1 << 31, 63)).toBe(0.5 + 2 ** -53)
  expect(uniform(-1, -1)).toBe(1 - 2 ** -53)
})

test('uniform variates lie strictly between 0 and 1, and 1 − u is exact', () => {
  const threefry = new Threefry(1, 2, 3, 4)
  for (let n = 0; n < 10_000; n++) {
    threefry.seek(n)
    for (const u of [threefry.first, threefry.second]) {
      expect(u > 0 && u < 1).toBe(true)
      expect(1 - (1 - u)).toBe(u)
    }
  }
})

test('a block does not depend on what was drawn before', () => {
  const straight = new Threefry(7, 8, 9, 10)
  straight.seek(5)
  const wandering = new Threefry(7, 8, 9, 10)
  wandering.seek(99)
  wandering.seek(5)
  expect([wandering.first, wandering.second]).toEqual([straight.first, straight.second])
})
