/**
 * Philox4x32-7, a counter-based generator (Salmon, Moraes, Dror, Shaw, "Parallel random numbers:
 * as easy as 1, 2, 3", SC 2011): block n of a stream is a function of the stream's key and n alone,
 * so that any draw can be taken at any time, in any order. Seven rounds pass BigCrush.
 *
 * Every block holds two uniform variates.
 */
export class Philox {
  private word0 = 0
  private word1 = 0
  private word2 = 0
  private word3 = 0

  constructor(
    private readonly key0: number,
    private readonly key1: number,
  ) {}

  /** Computes the block with this counter; its variates are then in {@link first} and {@link second}. */
  seek(counter0: number, counter1 = 0, counter2 = 0, counter3 = 0): void {
    let c0 = counter0 | 0
    let c1 = counter1 | 0
    let c2 = counter2 | 0
    let c3 = counter3 | 0
    let k0 = this.key0 | 0
    let k1 = this.key1 | 0
    for (let round = 0; round < 7; round++) {
      // High and low half of the products of c0 and c2 with the two multipliers, in 16-bit limbs.
      const a0 = c0 & 0xffff
      const a1 = c0 >>> 16
      const s = ((Math.imul(a0, 0x1f53) >>> 16) + Math.imul(a1, 0x1f53)) >>> 0
      const t = (Math.imul(a0, 0xd251) + (s & 0xffff)) >>> 0
      const high0 = (Math.imul(a1, 0xd251) + (s >>> 16) + (t >>> 16)) | 0
      const low0 = Math.imul(c0, 0xd2511f53)
      const b0 = c2 & 0xffff
      const b1 = c2 >>> 16
      const v = ((Math.imul(b0, 0x8d57) >>> 16) + Math.imul(b1, 0x8d57)) >>> 0
      const w = (Math.imul(b0, 0xcd9e) + (v & 0xffff)) >>> 0
      const high1 = (Math.imul(b1, 0xcd9e) + (v >>> 16) + (w >>> 16)) | 0
      const low1 = Math.imul(c2, 0xcd9e8d57)
      c0 = high1 ^ c1 ^ k0
      c1 = low1
      c2 = high0 ^ c3 ^ k1
      c3 = low0
      k0 = (k0 + 0x9e3779b9) | 0
      k1 = (k1 + 0xbb67ae85) | 0
    }
    this.word0 = c0
    this.word1 = c1
    this.word2 = c2
    this.word3 = c3
  }

  /** First uniform variate of the block, in the open interval (0, 1). */
  get first(): number {
    return uniform(this.word0, this.word1)
  }

  /** Second uniform variate of the block, in the open interval (0, 1). */
  get second(): number {
    return uniform(this.word2, this.word3)
  }

  /** The block's four 32-bit words, for tests against published vectors. */
  get words(): readonly [number, number, number, number] {
    return [this.word0 >>> 0, this.word1 >>> 0, this.word2 >>> 0, this.word3 >>> 0]
  }
}

/**
 * The middle of one of 2⁵² equal cells of (0, 1). Both u and 1 − u are exact, neither is ever 0 or 1,
 * so that every quantile function is finite. Every step here is exact.
 */
function uniform(high: number, low: number): number {
  return (high >>> 6) * TWO_POW_MINUS_26 + ((low >>> 6) + 0.5) * TWO_POW_MINUS_52
}

const TWO_POW_MINUS_26 = 1.4901161193847656e-8
const TWO_POW_MINUS_52 = 2.220446049250313e-16
