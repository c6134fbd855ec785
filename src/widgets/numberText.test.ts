import { describe, expect, it } from 'vitest'
import { formatCount } from '../base/format'
import { readNumber, stepNumber } from './numberText'

const numberIn = (text: string) => {
  const reading = readNumber(text, {}, false)
  return reading.ok ? reading.value : reading.reason
}

describe('the text of a number field', () => {
  it('is read the way people write numbers', () => {
    expect([' 12 ', '1e-3', '.5', '-2.50', '1,5', '3.'].map(numberIn)).toEqual([12, 0.001, 0.5, -2.5, 1.5, 3])
  })

  it('may have its thousands parted by the blanks that the page itself writes, or by those of a keyboard', () => {
    const texts = [formatCount(1_000_000), '1 200', '1\u2009200', '-1\u00a0200,5', '12 345.25']
    expect(texts.map(numberIn)).toEqual([1_000_000, 1200, 1200, -1200.5, 12_345.25])
    for (const text of ['1 2', '1 2000', '1234 567', '1 200 30']) expect(numberIn(text)).toBe('This is not a number.')
  })

  it('is not guessed at where a comma may part thousands or decimals', () => {
    for (const text of ['1,000', '-12,500', '1,000,000', '1,000.5']) expect(numberIn(text)).toMatch(/without it/)
    expect(['0,125', '1,25', '1000,125', '1 000,125'].map(numberIn)).toEqual([0.125, 1.25, 1000.125, 1000.125])
  })

  it('is refused when it is no number, never taken for zero', () => {
    for (const text of ['', ' ', 'abc', '1.2.3', '0x10', 'Infinity', '1e999', '12 ms'])
      expect(readNumber(text, {}, false)).toMatchObject({ ok: false })
  })

  it('may be empty only where the value is optional', () => {
    expect(readNumber(' ', {}, true)).toEqual({ ok: true, value: undefined })
  })

  it('has to lie in the range, and the reason names the bound', () => {
    const range = { minimum: 1, maximum: 10, integer: true }
    const reasons = ['0', '11', '1.5'].map((text) => readNumber(text, range, false))
    expect(reasons).toEqual([
      { ok: false, reason: 'Must be at least 1.' },
      { ok: false, reason: 'Must be at most 10.' },
      { ok: false, reason: 'Enter a whole number.' },
    ])
    expect(readNumber('0', { above: 0 }, false)).toMatchObject({ reason: 'Must be above 0.' })
    expect(readNumber('1', { below: 1 }, false)).toMatchObject({ reason: 'Must be below 1.' })
    expect(readNumber('10', range, false)).toEqual({ ok: true, value: 10 })
  })
})

describe('a step with the arrow keys', () => {
  it('changes the second significant digit, without the dust of binary fractions', () => {
    expect(stepNumber(0.003, 1, {})).toBe(0.0031)
    expect(stepNumber(0.1, 1, {})).toBe(0.11)
    expect(stepNumber(250, -1, {})).toBe(240)
    expect(stepNumber(0, 1, {})).toBe(0.01)
  })

  it('is one for whole numbers, and stops at the end of the range', () => {
    expect(stepNumber(250, 1, { integer: true })).toBe(251)
    expect(stepNumber(1, -1, { integer: true, minimum: 1 })).toBeUndefined()
  })
})
