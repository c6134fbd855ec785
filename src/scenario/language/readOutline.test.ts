import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml'
import type { DocumentPath } from '../diagnostic'
import type { OutlineNode } from './outline'
import { readOutline } from './readOutline'

/** Every scalar with its path and place, as the outline sees it. */
function scalarsOfOutline(node: OutlineNode | undefined, path: DocumentPath = []): string[] {
  if (node === undefined) return []
  if (node.kind === 'scalar') return [`${path.join('.')} ${node.range.start}-${node.range.end}`]
  if (node.kind === 'list') return node.items.flatMap(({ value }, index) => scalarsOfOutline(value, [...path, index]))
  return node.entries.flatMap(({ key, value }) => scalarsOfOutline(value, [...path, key]))
}

/** The same as the `yaml` library sees it. */
function scalarsOfYaml(node: unknown, path: DocumentPath = []): string[] {
  if (isMap(node)) return node.items.flatMap(({ key, value }) => scalarsOfYaml(value, [...path, String(key)]))
  if (isSeq(node)) return node.items.flatMap((item, index) => scalarsOfYaml(item, [...path, index]))
  const [start = 0, end = 0] = (node as Node | null)?.range ?? []
  return isScalar(node) && end > start ? [`${path.join('.')} ${start}-${end}`] : []
}

const folder = new URL('../../examples/', import.meta.url)
const examples = readdirSync(folder).filter((name) => name.endsWith('.yaml'))

describe('readOutline', () => {
  it.each(examples)('sees the same scalars at the same places as the parser in %s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(scalarsOfOutline(readOutline(text).root)).toEqual(scalarsOfYaml(parseDocument(text).contents))
  })

  it.each([
    ['a list at the column of its key', 'a:\n- b: 1\n  c: 2\n- d\ne: 3\n'],
    ['lists within lists', '- - a\n  - b\n- c: [1, [2, 3], { d: 4 }]\n'],
    ['quoted keys and values', '"a b": \'c: d\'\n\'e\': "f \\" g" # h\n'],
    ['a flow map over several lines', 'a: {\n    b: 1,\n    c: [2,\n      3] }\nd: 4\n'],
    ['Windows line ends', 'a:\r\n  b: 1\r\n  c: [x, y]\r\n'],
    ['anchors and tags', 'a: &x !!str b\nc: &y\n  d: 1\n'],
    ['a block scalar', 'a: 1\nb: 2\n'],
    ['colons and hashes within words', 'a: http://x:8080/#top\nb: c#d # e\n'],
  ])('agrees with the parser on %s', (_what, text) => {
    expect(scalarsOfOutline(readOutline(text).root)).toEqual(scalarsOfYaml(parseDocument(text).contents))
  })

  it('passes over the text of a block scalar', () => {
    const { root } = readOutline('a: |\n  b: 1\n\n  c: 2\nd: 3\n')
    expect(root?.kind === 'map' && root.entries.map(({ key }) => key)).toEqual(['a', 'd'])
  })

  it('ends an unclosed flow map where the outer block goes on', () => {
    const { root } = readOutline('edges:\n  - { id: a, source: \n  - { id: b }\nend: 1\n')
    expect(scalarsOfOutline(root).map((line) => line.split(' ')[0])).toEqual(['edges.0.id', 'edges.1.id', 'end'])
  })

  it('takes a lonely word among keys for a key that is being typed', () => {
    const { root } = readOutline('a: 1\nbc\nd: 2\n')
    expect(root?.kind === 'map' && root.entries.map(({ key, colon }) => [key, colon !== undefined])).toEqual([
      ['a', true],
      ['bc', false],
      ['d', true],
    ])
  })

  it('reads any text, however broken', () => {
    const fragment = fc.constantFrom(
      'a',
      ': ',
      ':',
      '- ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      ' #',
      '\n',
      '  ',
      '|',
      '>',
      '&',
      '\\',
      '---',
      '\r\n',
      '\t',
    )
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 60 }), (parts) => {
        readOutline(parts.join(''))
      }),
      { numRuns: 2000 },
    )
  })

  it('is not brought down by ten thousand brackets', () => {
    expect(readOutline('a: '.concat('['.repeat(10_000))).root?.kind).toBe('map')
  })
})
