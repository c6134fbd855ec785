import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseStrictCsv } from '../../tests/fixtures/strictCsv'
import { type CsvCell, csvParts } from './csv'

function written(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [...csvParts({ header, rowCount: rows.length, row: (index) => rows[index] ?? [] })].join('')
}

describe('csvParts', () => {
  it('gives every harmless text back to a strict parser', () => {
    const harmless = fc.string({ unit: 'binary' }).filter((text) => !/^[=+\-@\t\r]/.test(text))
    fc.assert(
      fc.property(fc.array(fc.tuple(harmless, harmless), { minLength: 1 }), (rows) => {
        expect(parseStrictCsv(written(['a', 'b'], rows))).toEqual([['a', 'b'], ...rows])
      }),
    )
  })

  it('gives every number back to the last bit, negative ones untouched', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const cell = parseStrictCsv(written(['a', 'b'], [[value, 'x']]))[1]?.[0]
        expect(Number(cell)).toBe(value === 0 ? 0 : value)
      }),
    )
  })

  it.each(['=', '+', '-', '@', '\t', '\r'])('guards a text that begins with %j', (start) => {
    const text = `${start}HYPERLINK("http://example.org")`
    expect(parseStrictCsv(written([text, 'b'], [[text, 1]]))).toEqual([
      [`'${text}`, 'b'],
      [`'${text}`, '1'],
    ])
  })

  it('guards a formula that has a line break', () => {
    expect(parseStrictCsv(written(['a'], [['=1+1\nmore']]))[1]).toEqual(["'=1+1\nmore"])
  })

  it('leaves the cell of a number that is none empty', () => {
    const cells = [Number.NaN, Number.POSITIVE_INFINITY, null, undefined]
    expect(parseStrictCsv(written(['a', 'b', 'c', 'd'], [cells]))[1]).toEqual(['', '', '', ''])
  })

  it('writes a long table in parts that fit together', () => {
    const rows = Array.from({ length: 12_001 }, (_, i) => [i])
    const parts = [...csvParts({ header: ['n'], rowCount: rows.length, row: (index) => rows[index] ?? [] })]
    expect(parts.length).toBeGreaterThan(3)
    expect(parseStrictCsv(parts.join('')).slice(1)).toEqual(rows.map(([i]) => [String(i)]))
  })

  it('writes only the header of an empty table', () => {
    expect(written(['a', 'b'], [])).toBe('a,b\r\n')
  })
})
