import { describe, expect, it } from 'vitest'
import { type DroppedFile, readFile } from './readFile'

function file(name: string, content: string | Uint8Array<ArrayBuffer>, size?: number): DroppedFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { name, size: size ?? bytes.length, arrayBuffer: async () => bytes.buffer }
}

const reasonOf = async (dropped: DroppedFile) => {
  const reading = await readFile(dropped)
  return reading.ok ? undefined : reading.reason
}

describe('a file', () => {
  it('gives its text byte by byte, and its name without the extension', async () => {
    const text = '# ä 🙂\r\n\ta: 1'
    expect(await readFile(file('my.shop.v2.YML', text))).toEqual({
      ok: true,
      kind: 'scenario',
      name: 'my.shop.v2',
      text,
    })
    expect(await readFile(file('run.json', '{}'))).toMatchObject({ ok: true, kind: 'run', name: 'run' })
  })

  it('loses a byte order mark, which is no part of the text', async () => {
    expect(await readFile(file('a.yaml', '\ufeffa: 1'))).toMatchObject({ text: 'a: 1' })
  })

  it('is refused by its kind, and the message names it', async () => {
    expect(await reasonOf(file('photo.png', 'x'))).toContain('photo.png')
    expect(await reasonOf(file('constructor', 'x'))).toContain('neither')
  })

  it('is refused unread when it is too large, with both sizes', async () => {
    const huge = { name: 'a.yml', size: 3_000_000, arrayBuffer: () => Promise.reject(new Error('must not be read')) }
    expect(await reasonOf(huge)).toMatch(/2\.86 MB.*256 KB/)
  })

  it('is refused when it is not UTF-8 text', async () => {
    expect(await reasonOf(file('a.yml', Uint8Array.of(0xff, 0xfe, 0x61, 0x00)))).toContain('UTF-8')
    expect(await reasonOf(file('a.yml', 'a\0b'))).toContain('UTF-8')
  })

  it('that cannot be read says so', async () => {
    const gone = { name: 'a.yml', size: 1, arrayBuffer: () => Promise.reject(new Error('gone')) }
    expect(await reasonOf(gone)).toContain('could not be read')
  })
})
