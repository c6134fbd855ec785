import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextPatch } from '../scenario/diagnostic'
import { applyTextPatches } from './textPatches'

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
