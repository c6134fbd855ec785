import { expect, test } from 'vitest'
import { murmur3, RandomStreams } from './streams'

test.each([
  ['', 0, 0],
  ['', 1, 0x514e28b7],
  ['hello', 0, 0x248bfa47],
  ['hello, world', 0, 0x149bbb7f],
  ['The quick brown fox jumps over the lazy dog', 0, 0x2e4ff723],
  ['ππππππππ', 0x9747b28c, 0xd58063c1],
])('murmur3(%j, %d) is the published value', (text, seed, hash) => {
  expect(murmur3(text, seed)).toBe(hash)
})

/** The last and the first characters of one, two, three and four bytes. */
test.each([
  ['\u007f\u0080', 0xa21dbae6],
  ['\u07ff\u0800', 0xcdc921c0],
  ['\uffff\u{10000}', 0x0889d479],
  ['\u{10ffff}', 0x9690ae3e],
  ['é€x', 0x842e6333],
])('murmur3(%j, 1) is what another implementation makes of its UTF-8 bytes', (text, hash) => {
  expect(murmur3(text, 1)).toBe(hash)
})

test('seed, replication, component and purpose each name another stream', () => {
  const first = (seed: number, replication: number, purpose: string, component: string) => {
    const stream = new RandomStreams(seed, replication).stream(purpose, component)
    stream.seek(0)
    return stream.first
  }
  const draws = [
    first(1, 0, 'link', 'a'),
    first(2, 0, 'link', 'a'),
    first(1, 1, 'link', 'a'),
    first(0, 1, 'link', 'a'),
    first(1, 0, 'users', 'a'),
    first(1, 0, 'link', 'b'),
  ]
  expect(new Set(draws).size).toBe(draws.length)
  expect(first(1, 0, 'link', 'a')).toBe(draws[0])
})
