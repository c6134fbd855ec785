import { crc32 } from '../base/crc32'

/** Signature and header, which come first in every PNG [bytes]. */
const BEGINNING = 33
/** Length, type and checksum of a chunk [bytes]. */
const AROUND = 12

/**
 * A PNG that says `text` under a keyword, in an iTXt chunk behind its header: names of runs may have any characters.
 * @param keyword in ASCII
 */
export function withPngText(png: Uint8Array, keyword: string, text: string): Uint8Array<ArrayBuffer> {
  // Behind the keyword: not compressed, in no language, and a keyword that is not translated.
  const data = new TextEncoder().encode(`iTXt${keyword}\0\0\0\0\0${text}`)
  const told = new Uint8Array(png.length + data.length - 4 + AROUND)
  const view = new DataView(told.buffer)
  told.set(png.subarray(0, BEGINNING))
  view.setUint32(BEGINNING, data.length - 4)
  told.set(data, BEGINNING + 4)
  view.setUint32(BEGINNING + 4 + data.length, crc32(data))
  told.set(png.subarray(BEGINNING), BEGINNING + 8 + data.length)
  return told
}
