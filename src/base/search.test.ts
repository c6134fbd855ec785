import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countBelow } from './search'

it('counts what is below a limit, whatever the list', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.integer({ min: -1, max: 21 }), (numbers, limit) => {
      const ascending = numbers.toSorted((a, b) => a - b)
      expect(countBelow(ascending, limit)).toBe(numbers.filter((number) => number < limit).length)
    }),
  )
})
