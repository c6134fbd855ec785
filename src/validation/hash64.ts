/**
 * A running 64-bit hash in two 32-bit lanes of integer arithmetic, the same in every engine: one lane is
 * MurmurHash3's round, the other xxHash32's, so that what one of them overlooks the other sees.
 * Guards against accidents, not against attackers.
 */
export class Hash64 {
  private lane0 = 0x9747b28c | 0
  private lane1 = 0x165667b1 | 0
  private words = 0

  /** Takes in 32 bits. */
  word(value: number): void {
    let scrambled = Math.imul(value, 0xcc9e2d51)
    scrambled = Math.imul((scrambled << 15) | (scrambled >>> 17), 0x1b873593)
    const mixed = this.lane0 ^ scrambled
    this.lane0 = (Math.imul((mixed << 13) | (mixed >>> 19), 5) + 0xe6546b64) | 0
    const added = (this.lane1 + Math.imul(value, 0xc2b2ae3d)) | 0
    this.lane1 = Math.imul((added << 17) | (added >>> 15), 0x27d4eb2f)
    this.words++
  }

  /** Takes in all 64 bits of a number. */
  double(value: number): void {
    bits.setFloat64(0, value)
    this.word(bits.getInt32(0))
    this.word(bits.getInt32(4))
  }

  /** Takes in a text, its length included. */
  text(value: string): void {
    this.word(value.length)
    for (let i = 0; i < value.length; i++) this.word(value.charCodeAt(i))
  }

  /** The hash of everything taken in so far: 16 hexadecimal digits. */
  get hex(): string {
    return hexOf(avalanche(this.lane0 ^ this.words)) + hexOf(avalanche(this.lane1 + this.words))
  }
}

const bits = new DataView(new ArrayBuffer(8))

/** MurmurHash3's finalizer: every bit of the input reaches every bit of the output. */
function avalanche(lane: number): number {
  let hash = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

function hexOf(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0')
}
