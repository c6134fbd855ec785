import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../scenario/textPatches'
import { displayOf, lineEndOf } from './displayText'
import { endOfChanges, sourceAfter } from './textChange'

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

describe('endOfChanges', () => {
  it('is where the last edit ends in the new text', () => {
    fc.assert(
      fc.property(source, source, (before, after) => {
        const changes = changesBetween(before, after)
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
