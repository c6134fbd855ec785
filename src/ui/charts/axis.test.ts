import { describe, expect, it } from 'vitest'
import { logarithmicTicks, roundTicks, timeAxis, valueTicks } from './axis'

describe('a time axis', () => {
  it.each([
    [{ start: 0, end: 60 }, ['0 s', '20 s', '40 s', '60 s']],
    [{ start: 0, end: 600 }, ['0 s', '200 s', '400 s', '600 s']],
    [{ start: 0, end: 3600 }, ['0 min', '20 min', '40 min', '60 min']],
    [{ start: 0, end: 86_400 }, ['0 h', '10 h', '20 h']],
    [{ start: 12.4, end: 13.1 }, ['12.5 s', '13 s']],
  ])('of %j has round ticks in one unit', (window, texts) => {
    const axis = timeAxis(window, 3)
    expect(axis.ticks.map(axis.format)).toEqual(texts)
  })
})

describe('ticks of values', () => {
  it('start at zero and end at or above the largest value', () => {
    expect(valueTicks(63, 4)).toEqual([0, 20, 40, 60, 80])
    expect(valueTicks(1, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1])
    expect(valueTicks(4096, 5)).toEqual([0, 1000, 2000, 3000, 4000, 5000])
  })

  it('carry no residue of binary fractions', () => {
    expect(roundTicks(0, 0.7, 7)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7])
  })

  it('are powers of ten on a logarithmic axis, with 2 and 5 where there is room', () => {
    expect(logarithmicTicks(0.003, 0.3, 10)).toEqual([0.005, 0.01, 0.02, 0.05, 0.1, 0.2])
    expect(logarithmicTicks(0.003, 12, 5)).toEqual([0.01, 0.1, 1, 10])
    expect(logarithmicTicks(0.01, 0.1, 2)).toEqual([0.01, 0.1])
  })

  it('are one tick where there is no extent', () => {
    expect(roundTicks(5, 5, 4)).toEqual([5])
  })
})
