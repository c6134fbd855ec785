import { Threefry } from './threefry'

/**
 * Every draw has a name: seed, replication, component, purpose, and which request it belongs to.
 * So two runs that differ in one capacity see the same arrivals and the same demands, and adding a
 * component changes nobody else's draws (common random numbers).
 */
export class RandomStreams {
  /**
   * @param seed 0 … 2³² − 1
   * @param replication 0, 1, 2, …: independent repetitions under one seed
   */
  constructor(
    private readonly seed: number,
    private readonly replication: number,
  ) {}

  /** The generator that belongs to one purpose of one component. */
  stream(purpose: string, component: string): Threefry {
    const run = `${this.seed}/${this.replication}`
    const name = `${purpose}/${component}`
    const word = (salt: number) => murmur3(name, murmur3(run, salt))
    return new Threefry(word(SALTS[0]), word(SALTS[1]), word(SALTS[2]), word(SALTS[3]))
  }
}

/** The first digits of π: each word of a key is hashed in another way. */
const SALTS = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const

/** MurmurHash3 (x86, 32 bit) of the text's UTF-8 bytes. Public domain algorithm by Austin Appleby. */
export function murmur3(text: string, seed: number): number {
  const bytes = utf8(text)
  const blockEnd = bytes.length & ~3
  let hash = seed | 0
  for (let i = 0; i < blockEnd; i += 4) {
    const block = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24)
    hash ^= scramble(block)
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0
  }
  let tail = 0
  for (let i = bytes.length - 1; i >= blockEnd; i--) tail = (tail << 8) | bytes[i]!
  hash ^= scramble(tail)
  return finalized(hash ^ bytes.length)
}

/** The finaliser of MurmurHash3: a permutation of 0 … 2³² − 1 in which neighbours are far apart. */
export function finalized(hash: number): number {
  let mixed = hash
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

function scramble(block: number): number {
  const product = Math.imul(block, 0xcc9e2d51)
  return Math.imul((product << 15) | (product >>> 17), 0x1b873593)
}

/** The kernel runs where there is no TextEncoder type; ids are short. Lone surrogates keep their own code. */
function utf8(text: string): number[] {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0)!
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return bytes
}
