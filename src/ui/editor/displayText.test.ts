import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayOf, lineEndOf } from './displayText'
import { changesBetween, endOfChanges, sourceAfter } from './textChange'

const lineEnd = fc.constantFrom('\n', '\r\n', '\r')
const piece = fc.oneof(lineEnd, fc.constantFrom('a', 'b: 1', ' ', '# ü', '🙂', '\u2028'))
const source = fc
  .tuple(fc.constantFrom('', '\uFEFF'), fc.array(piece, { maxLength: 30 }))
  .map(([mark, pieces]) => mark + pieces.join(''))

describe('displayOf', () => {
  it('shows one kind of line end and no byte order mark', () => {
    expect(displayOf('\uFEFFa\r\nb\rc\nd').display).toBe('a\nb\nc\nd')
  })

  it('leads every offset of the display to the same character of the source', () => {
    fc.assert(
      fc.property(source, (text) => {
        const { display, toSource, toDisplay } = displayOf(text)
        for (let offset = 0; offset <= display.length; offset += 1) {
          const character = display[offset]
          const there = text[toSource(offset)]
          expect(character === '\n' ? '\n' : character).toBe(there === '\r' ? '\n' : there)
          expect(toDisplay(toSource(offset))).toBe(offset)
        }
      }),
    )
  })
})

describe('sourceAfter', () => {
  it('gives new lines the line end of the text', () => {
    expect(sourceAfter(displayOf('a: 1\r\nb: 2\r\n'), 'a: 1\nnew: 0\nb: 2\n')).toBe('a: 1\r\nnew: 0\r\nb: 2\r\n')
  })

  it('keeps the bytes of mixed line ends outside of the edit', () => {
    expect(sourceAfter(displayOf('\uFEFFa\r\nb\nc\r\n'), 'a\nbx\nc\n')).toBe('\uFEFFa\r\nbx\nc\r\n')
  })

  it('deletes a whole line end, never half of one', () => {
    expect(sourceAfter(displayOf('a\r\nb\r\n'), 'ab\n')).toBe('ab\r\n')
  })

  it('never lets a new line end melt into a lone one beside it', () => {
    expect(displayOf(sourceAfter(displayOf('a\n\r'), 'a\n\n\n')).display).toBe('a\n\n\n')
  })

  it('always shows as what was typed, and is the source where nothing was', () => {
    fc.assert(
      fc.property(source, fc.array(piece, { maxLength: 30 }), (before, pieces) => {
        const typed = pieces.join('').replace(/\r\n?/g, '\n')
        expect(displayOf(sourceAfter(displayOf(before), typed)).display).toBe(typed)
        expect(sourceAfter(displayOf(before), displayOf(before).display)).toBe(before)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('changesBetween', () => {
  const apply = (text: string, changes: ReturnType<typeof changesBetween>) =>
    changes.reduceRight(
      (result, { range, text: put }) => result.slice(0, range.start) + put + result.slice(range.end),
      text,
    )

  it('is empty for equal texts', () => {
    expect(changesBetween('a', 'a')).toEqual([])
  })

  it('is one edit between the common beginning and the common end', () => {
    expect(changesBetween('a\nb\nd\n', 'a\nb\nc\nd\n')).toEqual([{ range: { start: 4, end: 4 }, text: 'c\n' }])
  })

  it('is an edit per line where lines were changed in place', () => {
    const before = 'id: srv-1\n# kept\nsource: srv-1\n'
    expect(changesBetween(before, before.replaceAll('srv-1', 'api'))).toEqual([
      { range: { start: 4, end: 9 }, text: 'api' },
      { range: { start: 25, end: 30 }, text: 'api' },
    ])
  })

  it('never splits a pair of surrogates', () => {
    for (const { range, text } of changesBetween('x🙂y', 'x🙃y')) {
      expect([range, text]).toEqual([{ start: 1, end: 3 }, '🙃'])
    }
  })

  it('leads from one text to the other, and its end is where the last edit ends', () => {
    const words = fc
      .array(fc.constantFrom('a', 'b', '\n', '🙂', '🙃', 'ab\n'), { maxLength: 20 })
      .map((w) => w.join(''))
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = changesBetween(before, after)
        expect(apply(before, changes)).toBe(after)
        const last = changes.at(-1)
        if (last) expect(after.length - endOfChanges(changes)).toBe(before.length - last.range.end)
      }),
    )
  })
})

describe('lineEndOf', () => {
  it('is the first line end of the text, and a line feed where there is none', () => {
    expect([lineEndOf('a\r\nb\n'), lineEndOf('a\nb\r\n'), lineEndOf('a')]).toEqual(['\r\n', '\n', '\n'])
  })
})
