import fc from 'fast-check'
import { deflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { crc32 } from '../base/crc32'
import { encodeBase64Url } from './base64url'
import type { StudioDocument } from './contracts'
import { decodeShare, encodeShare, LONGEST_LINK, repairHash } from './shareUrl'

const text = Array.from({ length: 60 }, (_, i) => `  - id: srv-${i} # grüße 🙂 ${i * 7919}\r\n`).join('')
const sample: StudioDocument = {
  name: 'Two servers',
  text,
  positions: { 'srv-1': { x: 10, y: -20 }, constructor: { x: 0, y: 1 } },
  seed: 42,
}

/** A link around any content, right or wrong, with a right checksum. */
function linkAround(content: Uint8Array): string {
  const packed = deflateSync(content, { level: 9 })
  const bytes = new Uint8Array(4 + packed.length)
  new DataView(bytes.buffer).setUint32(0, crc32(content), true)
  bytes.set(packed, 4)
  return `#v1.${encodeBase64Url(bytes)}.Z`
}

describe('a link', () => {
  it('gives back the very document', () => {
    expect(decodeShare(encodeShare(sample))).toEqual({ ok: true, document: sample })
  })

  it('gives back any text, emoji, line ends and lone surrogates included', () => {
    const document = fc.record({
      name: fc.string({ unit: 'binary', maxLength: 100 }),
      text: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
        fc.constantFrom('', '\r\n', '\ufeffa: 1\r\n', '\ud83d', '\udc00\ud800', '🙂'.repeat(500)),
      ),
      positions: fc.dictionary(fc.string(), fc.record({ x: fc.integer({ min: -1e6, max: 1e6 }), y: fc.nat(1e6) })),
      seed: fc.option(fc.nat(4_294_967_295), { nil: undefined }),
    })
    fc.assert(
      fc.property(document, (original) => {
        const opened = decodeShare(encodeShare(original))
        expect(opened).toEqual({ ok: true, document: original })
      }),
      { numRuns: 1000 },
    )
  })

  it('consists of letters, digits, - _ and . only, and ends with a letter', () => {
    expect(encodeShare(sample)).toMatch(/^#v1\.[A-Za-z0-9_-]+\.Z$/)
  })

  it('is the same for the same document, however its positions are ordered', () => {
    const positions = { constructor: { x: 0, y: 1 }, 'srv-1': { x: 10, y: -20 } }
    expect(encodeShare({ ...sample, positions })).toBe(encodeShare(sample))
  })

  it('holds the charts that were added, removed or moved, and nothing about them that is no id', () => {
    const document = { ...sample, charts: { overview: ['rate', 'latency-histogram'], servers: [] } }
    expect(decodeShare(encodeShare(document))).toEqual({ ok: true, document })
    const strange = { ...sample, charts: { overview: ['rate', 7, '<b>'], '..': ['rate'] } as never }
    expect(decodeShare(encodeShare(strange))).toMatchObject({ document: { charts: { overview: ['rate'] } } })
  })

  it('of the first release opens in every later one', () => {
    const link =
      '#v1.x-0Dsx3MMQrCQBAF0KsMP-0KFoIyB_AUAVnMFAM6G2c2EFm28RZWXtEjKOle9Ros3wWMs3pUcrlJDkHCXEKrFgtwwxLiG1bwYZ_wBO9OvSeEyAQ-JlRZ638ZKFNcxbJrGX00f8RFbV4qUyOdmLaJOg30_bxfo6H_AA.Z'
    const document: StudioDocument = {
      name: 'First release',
      text: '# a scenario\r\nrqs_input: { id: users } # 🙂\n',
      positions: { users: { x: 40, y: -8 } },
      seed: 7,
    }
    expect(decodeShare(link)).toEqual({ ok: true, document })
    expect(encodeShare(document)).toBe(link)
  })
})

describe('a link that suffered on its way', () => {
  const link = encodeShare(sample)
  const code = (hash: string) => {
    const opened = decodeShare(hash)
    return opened.ok ? 'ok' : opened.code
  }

  it('is repaired when only blanks, line breaks, escapes or punctuation came in', () => {
    const middle = 40
    const cut = (inserted: string) => link.slice(0, middle) + inserted + link.slice(middle)
    const mangled = [
      ...['%20', '\n', '\r\n  ', '%0D%0A', '\u200b', ' ', '\u00ad'].map(cut),
      ...['.', ')', '>', '",', '%29', ' and more', '…'].map((tail) => link + tail),
      link.replace('#', '#%20'),
      link.replaceAll('.', '%2E').replaceAll('-', '%2d').replaceAll('_', '%5F'),
      link.slice(1),
    ]
    for (const hash of mangled) expect([hash, code(hash)]).toEqual([hash, 'ok'])
  })

  it('is called truncated wherever it was cut', () => {
    for (let end = 4; end < link.length; end++) expect([end, code(link.slice(0, end))]).toEqual([end, 'truncated'])
  })

  it('never opens as another text and never throws, whatever was changed', () => {
    const alphabet = 'ABCXYZabcxyz019-_.%20 \n=+/#~'
    const mutation = fc.record({
      kind: fc.constantFrom('replace', 'delete', 'insert', 'swap', 'duplicate', 'flip-case'),
      at: fc.nat(link.length - 1),
      length: fc.integer({ min: 1, max: 6 }),
      filler: fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 6 }),
    })
    const mutate = (hash: string, m: { kind: string; at: number; length: number; filler: string }) => {
      const [head, middle, tail] = [hash.slice(0, m.at), hash.slice(m.at, m.at + m.length), hash.slice(m.at + m.length)]
      if (m.kind === 'replace') return head + m.filler + tail
      if (m.kind === 'delete') return head + tail
      if (m.kind === 'insert') return head + m.filler + middle + tail
      if (m.kind === 'swap') return head + [...middle].reverse().join('') + tail
      if (m.kind === 'duplicate') return head + middle + middle + tail
      return head + middle.replace(/[a-z]/gi, (c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())) + tail
    }
    let refused = 0
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const opened = decodeShare(mutations.reduce(mutate, link))
        if (opened.ok) expect(opened.document).toEqual(sample)
        else {
          refused++
          expect(opened.message).not.toBe('')
        }
      }),
      { numRuns: 2000, seed: 20_240_501 },
    )
    expect(refused).toBeGreaterThan(1500)
  })

  it('is told from a link of another version, and from no link at all', () => {
    expect(code(link.replace('v1', 'v2'))).toBe('wrong-version')
    expect(code('#somewhere')).toBe('not-a-link')
  })

  it('is repaired at its beginning, too, like any address of ours', () => {
    for (const head of ['#%20', '#/', '#!/', '#%23', '#%0A%20'])
      expect([head, code(head + link.slice(1))]).toEqual([head, 'ok'])
    expect(['#%20example=a', '#/check', '#', ''].map(repairHash)).toEqual(['example=a', 'check', '', ''])
  })

  it('is refused when it is longer than any link of ours', () => {
    expect(code(`#v1.${'A'.repeat(LONGEST_LINK)}.Z`)).toBe('too-large')
  })

  it('is refused when it unpacks to very much', () => {
    const bomb = linkAround(new Uint8Array(45_000_000))
    expect(bomb.length).toBeLessThan(LONGEST_LINK)
    expect(code(bomb)).toBe('too-large')
  })

  it('is refused when it holds something else than a document', () => {
    const contents = ['', 'null', '[]', '{}', '{"text":1}', '"text"', '{"text":"a"', '\u0000']
    for (const content of contents) expect(code(linkAround(new TextEncoder().encode(content)))).toBe('damaged')
    expect(code(linkAround(Uint8Array.of(0xff, 0xfe)))).toBe('damaged')
  })

  it('takes only what is well formed from a hostile document', () => {
    const hostile =
      '{"text":"a","name":7,"seed":-1,"positions":{"a":{"x":"1","y":2},"b":{"x":1e99,"y":2},"__proto__":{"x":1,"y":2},"c":{"x":1,"y":2}},"more":1}'
    const opened = decodeShare(linkAround(new TextEncoder().encode(hostile)))
    expect(opened).toMatchObject({ ok: true, document: { name: 'Scenario', text: 'a', seed: undefined } })
    if (opened.ok) expect(Object.keys(opened.document.positions)).toEqual(['__proto__', 'c'])
    expect(Object.prototype).not.toHaveProperty('x')
  })
})
