import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effort } from '../../../tests/fixtures/effort'
import { textDiff } from './textDiff'

describe('F04 the text diff of two scenarios', () => {
  it('names the changed lines with their numbers and three lines around them', () => {
    const before = 'a\nb\nc\nd\ncores: 1\ne\n'
    const after = 'a\nb\nc\nd\ncores: 2\n# why\ne\n'
    expect(textDiff(before, after)).toEqual([
      [
        { kind: 'same', text: 'b', before: 2, after: 2 },
        { kind: 'same', text: 'c', before: 3, after: 3 },
        { kind: 'same', text: 'd', before: 4, after: 4 },
        { kind: 'removed', text: 'cores: 1', before: 5, after: undefined },
        { kind: 'added', text: 'cores: 2', before: undefined, after: 5 },
        { kind: 'added', text: '# why', before: undefined, after: 6 },
        { kind: 'same', text: 'e', before: 6, after: 7 },
      ],
    ])
  })

  it('is empty for the same text, and leaves out what is far from any change', () => {
    expect(textDiff('a\nb\n', 'a\nb\n')).toEqual([])
    const far = Array.from({ length: 40 }, (_, i) => `line ${i}`)
    const changed = far.map((line, i) => (i === 5 || i === 30 ? `${line} changed` : line))
    const hunks = textDiff(far.join('\n'), changed.join('\n'))
    expect(hunks?.map((lines) => lines.length)).toEqual([8, 8])
  })

  it('gives up on long texts that have nothing in common', () => {
    const long = (word: string) => Array.from({ length: 3000 }, (_, i) => `${word} ${i}`).join('\n')
    expect(textDiff(long('a'), long('b'))).toBeUndefined()
  })

  it('contains both texts, whatever they are', () => {
    const line = fc.constantFrom('', ' a', '- b', '+ c', '\\ d', 'e')
    const text = fc.array(line, { maxLength: 12 }).map((lines) => lines.map((one) => `${one}\n`).join(''))
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = textDiff(before, after)?.flat() ?? []
        for (const [side, whole] of [
          ['before', before],
          ['after', after],
        ] as const) {
          const there = whole.split('\n')
          for (const one of lines) if (one[side] !== undefined) expect(there[one[side] - 1]).toBe(one.text)
        }
        const untouched = before.split('\n').length - 1 - lines.filter((one) => one.before !== undefined).length
        const kept = after.split('\n').length - 1 - lines.filter((one) => one.after !== undefined).length
        expect(untouched).toBe(kept)
      }),
      { numRuns: effort.runs(200), seed: effort.seed },
    )
  })
})
