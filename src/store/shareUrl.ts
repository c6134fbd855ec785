import { deflateSync, Inflate } from 'fflate'
import { crc32 } from '../base/crc32'
import { decodeBase64Url, encodeBase64Url } from './base64url'
import type { StudioDocument } from './contracts'
import { readDocument } from './storedDocument'

/*
 * A link holds a whole document after the `#`, so that it never leaves the browser:
 *
 *   #v1.<base64url of CRC-32 (4 bytes, little endian) and deflated JSON>.Z
 *
 * The version comes first and is never used for another format. The Z tells a link that was cut off from one that
 * was damaged, and no chat takes a letter for punctuation. Deflate alone turns most damage into another text without
 * noticing; the checksum over the inflated JSON does notice.
 */
const VERSION = 1
const TERMINATOR = '.Z'
/** Longest link that is opened [characters]. */
export const LONGEST_LINK = 65_536
const LARGEST_CONTENT_BYTES = 1_048_576
/** Inflated piece by piece, so that a few bytes that unpack to gigabytes are stopped early. */
const INFLATE_STEP_BYTES = 1024

export type ShareFault = 'not-a-link' | 'truncated' | 'damaged' | 'wrong-version' | 'too-large'

export type SharedDocument =
  | { readonly ok: true; readonly document: StudioDocument }
  | { readonly ok: false; readonly code: ShareFault; readonly message: string }

/** The hash of a link to `document`, with the `#`. Equal documents give equal links in every browser. */
export function encodeShare({ charts, name, positions, seed, text }: StudioDocument): string {
  const shared = { charts: charts && sortedByKey(charts), name, positions: sortedByKey(positions), seed, text }
  const content = new TextEncoder().encode(JSON.stringify(shared))
  const packed = deflateSync(content, { level: 9 })
  const bytes = new Uint8Array(4 + packed.length)
  new DataView(bytes.buffer).setUint32(0, crc32(content), true)
  bytes.set(packed, 4)
  return `#v${VERSION}.${encodeBase64Url(bytes)}${TERMINATOR}`
}

function sortedByKey<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The document in a link. Never throws; repairs what mail and chat programs do to links, refuses all other damage. */
export function decodeShare(hash: string): SharedDocument {
  if (hash.length > LONGEST_LINK) return refuse('too-large')
  const match = /^v(\d+)\.([\w-]*)(\.Z)?/.exec(repairHash(hash))
  if (!match) return refuse('not-a-link')
  const [, version, payload = '', terminator] = match
  if (version !== String(VERSION)) return refuse('wrong-version')
  if (terminator === undefined) return refuse('truncated')

  const bytes = decodeBase64Url(payload)
  if (bytes === undefined || bytes.length < 5) return refuse('damaged')
  const content = inflateBounded(bytes.subarray(4))
  if (content === 'too-large') return refuse('too-large')
  if (content === 'damaged') return refuse('damaged')
  if (crc32(content) !== new DataView(bytes.buffer).getUint32(0, true)) return refuse('damaged')
  const document = readDocument(parseJson(content))
  return document === undefined ? refuse('damaged') : { ok: true, document }
}

const messages: Record<ShareFault, string> = {
  'not-a-link': 'This address does not hold a scenario.',
  truncated: 'This link is cut off: its end is missing. Ask for it again, or for the scenario as a file.',
  damaged: 'This link is damaged: its checksum does not match. Ask for it again, or for the scenario as a file.',
  'wrong-version': 'This link was made by another version of AsyncFlow Studio that this one cannot read.',
  'too-large': 'This link is too large to be opened. Ask for the scenario as a file.',
}

function refuse(code: ShareFault): SharedDocument {
  return { ok: false, code, message: messages[code] }
}

/** A hash without the `#`, and without line breaks, blanks, percent-encoding and slashes that it picked up on its way. */
export function repairHash(hash: string): string {
  const unescaped = hash.replace(/%[0-9a-f]{2}/gi, (encoded) =>
    String.fromCharCode(Number.parseInt(encoded.slice(1), 16)),
  )
  return unescaped.replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/^[#!/]+/, '')
}

function inflateBounded(packed: Uint8Array): Uint8Array<ArrayBuffer> | 'damaged' | 'too-large' {
  const pieces: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((piece) => {
    size += piece.length
    pieces.push(piece)
  })
  for (let start = 0; start < packed.length; start += INFLATE_STEP_BYTES) {
    const end = start + INFLATE_STEP_BYTES
    try {
      inflate.push(packed.subarray(start, end), end >= packed.length)
    } catch {
      return 'damaged'
    }
    if (size > LARGEST_CONTENT_BYTES) return 'too-large'
  }
  const content = new Uint8Array(size)
  let position = 0
  for (const piece of pieces) {
    content.set(piece, position)
    position += piece.length
  }
  return content
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
