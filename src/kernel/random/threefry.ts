/**
 * Threefry4x32-13, a counter-based generator (Salmon, Moraes, Dror, Shaw, "Parallel random numbers:
 * as easy as 1, 2, 3", SC 2011): block n of a stream is a function of the stream's key and n alone,
 * so that any draw can be taken at any time, in any order. Twelve rounds pass BigCrush; with thirteen
 * there are published answers to hold it against.
 *
 * Every block holds two uniform variates in the open interval (0, 1).
 */
export class Threefry {
  /** First variate of the block that was sought last. */
  first = 0.5
  /** Second variate of the block that was sought last. */
  second = 0.5
  private readonly key0: number
  private readonly key1: number
  private readonly key2: number
  private readonly key3: number
  /** A fifth word, the parity of the others. */
  private readonly key4: number

  /** The last three words as they are before the first round. */
  private readonly start1: number
  private readonly start2: number
  private readonly start3: number

  /** Takes the four words of its key, and the last three of the counter, which are the same for all its blocks. */
  constructor(key0: number, key1: number, key2: number, key3: number, counter1 = 0, counter2 = 0, counter3 = 0) {
    this.key0 = key0 | 0
    this.key1 = key1 | 0
    this.key2 = key2 | 0
    this.key3 = key3 | 0
    this.key4 = PARITY ^ key0 ^ key1 ^ key2 ^ key3
    this.start1 = (counter1 + key1) | 0
    this.start2 = (counter2 + key2) | 0
    this.start3 = (counter3 + key3) | 0
  }

  /**
   * Computes the block whose counter begins with this word; its variates are then in {@link first} and {@link second}.
   * All rounds are written out, so that every distance of rotation is a constant; rounds nine to twelve are the first four.
   */
  seek(counter0: number): void {
    const { key0, key1, key2, key3, key4 } = this
    let a = (counter0 + key0) | 0
    let b = this.start1
    let c = this.start2
    let d = this.start3

    a = (a + b) | 0
    b = ((b << 10) | (b >>> 22)) ^ a
    c = (c + d) | 0
    d = ((d << 26) | (d >>> 6)) ^ c
    a = (a + d) | 0
    d = ((d << 11) | (d >>> 21)) ^ a
    c = (c + b) | 0
    b = ((b << 21) | (b >>> 11)) ^ c
    a = (a + b) | 0
    b = ((b << 13) | (b >>> 19)) ^ a
    c = (c + d) | 0
    d = ((d << 27) | (d >>> 5)) ^ c
    a = (a + d) | 0
    d = ((d << 23) | (d >>> 9)) ^ a
    c = (c + b) | 0
    b = ((b << 5) | (b >>> 27)) ^ c

    a = (a + key1) | 0
    b = (b + key2) | 0
    c = (c + key3) | 0
    d = (d + key4 + 1) | 0
    a = (a + b) | 0
    b = ((b << 6) | (b >>> 26)) ^ a
    c = (c + d) | 0
    d = ((d << 20) | (d >>> 12)) ^ c
    a = (a + d) | 0
    d = ((d << 17) | (d >>> 15)) ^ a
    c = (c + b) | 0
    b = ((b << 11) | (b >>> 21)) ^ c
    a = (a + b) | 0
    b = ((b << 25) | (b >>> 7)) ^ a
    c = (c + d) | 0
    d = ((d << 10) | (d >>> 22)) ^ c
    a = (a + d) | 0
    d = ((d << 18) | (d >>> 14)) ^ a
    c = (c + b) | 0
    b = ((b << 20) | (b >>> 12)) ^ c

    a = (a + key2) | 0
    b = (b + key3) | 0
    c = (c + key4) | 0
    d = (d + key0 + 2) | 0
    a = (a + b) | 0
    b = ((b << 10) | (b >>> 22)) ^ a
    c = (c + d) | 0
    d = ((d << 26) | (d >>> 6)) ^ c
    a = (a + d) | 0
    d = ((d << 11) | (d >>> 21)) ^ a
    c = (c + b) | 0
    b = ((b << 21) | (b >>> 11)) ^ c
    a = (a + b) | 0
    b = ((b << 13) | (b >>> 19)) ^ a
    c = (c + d) | 0
    d = ((d << 27) | (d >>> 5)) ^ c
    a = (a + d) | 0
    d = ((d << 23) | (d >>> 9)) ^ a
    c = (c + b) | 0
    b = ((b << 5) | (b >>> 27)) ^ c

    a = (a + key3) | 0
    b = (b + key4) | 0
    c = (c + key0) | 0
    d = (d + key1 + 3) | 0
    a = (a + b) | 0
    b = ((b << 6) | (b >>> 26)) ^ a
    c = (c + d) | 0
    d = ((d << 20) | (d >>> 12)) ^ c

    this.first = uniform(a, b)
    this.second = uniform(c, d)
  }
}

const PARITY = 0x1bd11bda

/**
 * The middle of one of 2⁵² equal cells of (0, 1). Both u and 1 − u are exact, neither is ever 0 or 1,
 * so that every quantile function is finite. Every step here is exact.
 */
export function uniform(high: number, low: number): number {
  return (high >>> 6) * TWO_POW_MINUS_26 + ((low >>> 6) + 0.5) * TWO_POW_MINUS_52
}

const TWO_POW_MINUS_26 = 1.4901161193847656e-8
const TWO_POW_MINUS_52 = 2.220446049250313e-16
