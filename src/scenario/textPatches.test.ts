import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextPatch } from './diagnostic'
import { applyTextPatches, changesBetween } from './textPatches'

describe('text patches', () => {
  it('all refer to the original text, whatever their order', () => {
    const patches = [
      { range: { start: 4, end: 5 }, text: 'XYZ' },
      { range: { start: 0, end: 1 }, text: '' },
      { range: { start: 2, end: 2 }, text: '+' },
    ]
    expect(applyTextPatches('abcdef', patches)).toBe('b+cdXYZf')
  })

  it('are refused when they overlap or reach beyond the text', () => {
    const overlapping = [
      { range: { start: 0, end: 3 }, text: '' },
      { range: { start: 2, end: 4 }, text: '' },
    ]
    expect(() => applyTextPatches('abcdef', overlapping)).toThrow(/overlap/)
    expect(() => applyTextPatches('abc', [{ range: { start: 2, end: 9 }, text: '' }])).toThrow(/beyond/)
  })

  it('keep every character outside of their ranges', () => {
    const cuts = fc.uniqueArray(fc.nat(40), { maxLength: 6 }).map((offsets) => offsets.sort((a, b) => a - b))
    fc.assert(
      fc.property(fc.string({ minLength: 41, maxLength: 60 }), cuts, (text, offsets) => {
        const patches: TextPatch[] = []
        for (let i = 0; i + 1 < offsets.length; i += 2)
          patches.push({ range: { start: offsets[i]!, end: offsets[i + 1]! }, text: '' })
        const kept = [...text.split('').entries()].filter(
          ([i]) => !patches.some(({ range }) => i >= range.start && i < range.end),
        )
        expect(applyTextPatches(text, patches)).toBe(kept.map(([, unit]) => unit).join(''))
      }),
    )
  })
})

describe('the changes between two texts', () => {
  it('are none for equal texts', () => {
    expect(changesBetween('a', 'a')).toEqual([])
  })

  it('are one edit between the common beginning and the common end', () => {
    expect(changesBetween('a\nb\nd\n', 'a\nb\nc\nd\n')).toEqual([{ range: { start: 4, end: 4 }, text: 'c\n' }])
  })

  it('are an edit per line where lines were changed in place', () => {
    const before = 'id: srv-1\n# kept\nsource: srv-1\n'
    expect(changesBetween(before, before.replaceAll('srv-1', 'api'))).toEqual([
      { range: { start: 4, end: 9 }, text: 'api' },
      { range: { start: 25, end: 30 }, text: 'api' },
    ])
  })

  it('never split a pair of surrogates', () => {
    for (const { range, text } of changesBetween('x🙂y', 'x🙃y')) {
      expect([range, text]).toEqual([{ start: 1, end: 3 }, '🙃'])
    }
  })

  it('lead from one to the other', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', '\n', '🙂', '🙃', 'ab\n'), { maxLength: 20 })
      .map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(words, words, (before, after) => {
        expect(applyTextPatches(before, changesBetween(before, after))).toBe(after)
      }),
    )
  })
})
