import { describe, expect, it } from 'vitest'
import { nearestTo, startingRange, valuesOf } from './whatIfRange'

const whole = { type: 'integer', minimum: 1 } as const
const real = { type: 'number' } as const

describe('the range to begin with', () => {
  it('goes from half to double the present value', () => {
    expect(startingRange(0.004, real)).toEqual({ low: 0.002, high: 0.008, steps: 9 })
    expect(startingRange(4096, { ...whole, minimum: 256 })).toEqual({ low: 2048, high: 8192, steps: 9 })
  })

  it('of a small whole number takes every value, and goes up by three at least', () => {
    expect(startingRange(1, whole)).toEqual({ low: 1, high: 4, steps: 4 })
    expect(startingRange(3, whole)).toEqual({ low: 2, high: 6, steps: 5 })
  })

  it('stays within what the language allows', () => {
    expect(startingRange(0.8, { ...real, minimum: 0, maximum: 1 })).toMatchObject({ low: 0.4, high: 1 })
    expect(startingRange(300, { ...whole, minimum: 256 })).toMatchObject({ low: 256, high: 600 })
  })

  it('begins at the bottom where there is nothing to halve', () => {
    expect(startingRange(undefined, whole)).toEqual({ low: 1, high: 4, steps: 4 })
    expect(startingRange(0, { ...real, minimum: 0, maximum: 1 })).toEqual({ low: 0, high: 0.1, steps: 9 })
    expect(startingRange(0, real)).toEqual({ low: 0, high: 1, steps: 9 })
  })

  it('goes down from a number below zero', () => {
    expect(startingRange(-2, real)).toMatchObject({ low: -4, high: 0 })
  })
})

describe('the values of a range', () => {
  it('are equally far apart, tidy, and hold both ends and the present value', () => {
    expect(valuesOf({ low: 1, high: 2, steps: 5 }, undefined, real)).toEqual([1, 1.25, 1.5, 1.75, 2])
    expect(valuesOf({ low: 1, high: 2, steps: 4 }, undefined, real)).toEqual([1, 1.33, 1.67, 2])
    expect(valuesOf({ low: 1, high: 2, steps: 3 }, 1.2345, real)).toEqual([1, 1.2345, 1.5, 2])
    expect(valuesOf({ low: 1, high: 2, steps: 3 }, 3, real)).toEqual([1, 1.5, 2])
  })

  it('are whole where the field is, each once', () => {
    expect(valuesOf({ low: 1, high: 4, steps: 9 }, 2, whole)).toEqual([1, 2, 3, 4])
  })

  it('are at least the two ends, and no more than 25', () => {
    expect(valuesOf({ low: 1, high: 2, steps: 1 }, undefined, real)).toEqual([1, 2])
    expect(valuesOf({ low: 0, high: 1, steps: 1000 }, undefined, real)).toHaveLength(25)
    expect(valuesOf({ low: 3, high: 3, steps: 5 }, 3, real)).toEqual([3])
  })
})

it('the nearest of several values', () => {
  expect(nearestTo(2.4, [1, 2, 3])).toBe(2)
  expect(nearestTo(9, [])).toBeUndefined()
})
