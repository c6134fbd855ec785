import { expect, test } from 'vitest'
import { lengthened } from './columns'

test('a lengthened column keeps its kind and what was in it', () => {
  expect(lengthened(Uint16Array.of(7, 65_535), 4)).toEqual(Uint16Array.of(7, 65_535, 0, 0))
  expect(lengthened(Float64Array.of(0.1), 2)).toEqual(Float64Array.of(0.1, 0))
})
