import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { crc32 } from '../base/crc32'
import { withPngText } from './pngText'

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, checksum])
}

/** Type and content of every chunk, whose checksum is right. */
function chunksOf(png: Buffer): [type: string, data: string][] {
  const chunks: [string, string][] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)))
    chunks.push([png.toString('latin1', at + 4, at + 8), png.toString('utf8', at + 8, end)])
    at = end + 4
  }
  return chunks
}

test('a PNG says where it comes from behind its header, and is otherwise as it was', () => {
  const header = chunk('IHDR', Buffer.from('00000001000000010800000000', 'hex'))
  const pixels = chunk('IDAT', deflateSync(Buffer.from([0, 0])))
  const end = chunk('IEND', Buffer.alloc(0))
  const told = Buffer.from(
    withPngText(Buffer.concat([SIGNATURE, header, pixels, end]), 'Description', 'cores – 2: seed 7'),
  )
  const chunks = chunksOf(told)
  expect(chunks.map(([type]) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND'])
  expect(chunks[1]![1]).toBe('Description\0\0\0\0\0cores – 2: seed 7')
  expect(Buffer.concat([SIGNATURE, header, told.subarray(-pixels.length - end.length)])).toEqual(
    Buffer.concat([SIGNATURE, header, pixels, end]),
  )
})
