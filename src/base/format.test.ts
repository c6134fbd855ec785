import { describe, expect, it } from 'vitest'
import {
  formatChange,
  formatClock,
  formatCompact,
  formatCount,
  formatNumber,
  formatRate,
  formatSeconds,
  formatUsd,
} from './format'

const THIN = '\u202f'

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [1, '1'],
    [0.123456, '0.123'],
    [12.345, '12.3'],
    [99.96, '100'],
    [123.456, '123'],
    [999.6, `1${THIN}000`],
    [1234.5, `1${THIN}235`],
    [-0.5, '-0.5'],
    [1e-9, '1.00e-9'],
    [1e15, '1.00e+15'],
  ])('%d reads %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('has no exponent where rounding up adds a digit', () => {
    expect(formatNumber(99.7, 2)).toBe('100')
  })

  it.each([null, undefined, Number.NaN, Number.POSITIVE_INFINITY])('shows a dash for %s', (nothing) => {
    expect([formatNumber(nothing), formatCount(nothing), formatSeconds(nothing), formatRate(nothing), formatUsd(nothing)])
      // biome-ignore format: one line of dashes
      .toEqual(['–', '–', '–', '–', '–'])
  })
})

it('tells a change in per cent, and beyond 1000 % as a factor', () => {
  expect([3, 1, 2, 22].map((value) => formatChange(value, 2))).toEqual(['+50 %', '−50 %', '±0 %', `+1${THIN}000 %`])
  expect([22.4, 370_278].map((value) => formatChange(value, 2))).toEqual(['11.2 ×', `185${THIN}000 ×`])
  expect(formatChange(1.3333, 1, 2)).toBe('+33 %')
})

describe('formatSeconds', () => {
  it.each([
    [0, '0 s'],
    [0.0309, '30.9 ms'],
    [0.00085, '850 µs'],
    [0.9994, '999 ms'],
    [0.9996, '1 s'],
    [0.0009996, '1 ms'],
    [75.25, '75.3 s'],
  ])('%d reads %s', (value, text) => {
    expect(formatSeconds(value)).toBe(text)
  })
})

describe('formatClock', () => {
  it('picks the unit by the size of the time', () => {
    expect([90, 720, 12_600, 86_400].map((seconds) => formatClock(seconds))).toEqual([
      '90 s',
      '12 min',
      '210 min',
      '24 h',
    ])
  })

  it('takes the unit of another time, so that both can be compared', () => {
    expect(formatClock(90, 3600)).toBe('1.5 min')
  })
})

it('formatCompact shortens large numbers', () => {
  expect([12, 999.6, 12_540, 2_790_000, 1e10].map(formatCompact)).toEqual(['12', '1 k', '12.5 k', '2.79 M', '10 G'])
})

it('counts, rates and costs carry their unit', () => {
  expect([formatCount(12_519), formatRate(41.73), formatUsd(1.5)]).toEqual([`12${THIN}519`, '41.7 req/s', '$1.5'])
})
