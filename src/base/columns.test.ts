import { expect, test } from 'vitest'
import { columnsIn, lengthened } from './columns'

test('a lengthened column keeps its kind and what was in it', () => {
  expect(lengthened(Uint16Array.of(7, 65_535), 4)).toEqual(Uint16Array.of(7, 65_535, 0, 0))
  expect(lengthened(Float64Array.of(0.1), 2)).toEqual(Float64Array.of(0.1, 0))
})

test('columns are found wherever they stand in plain data, each buffer once', () => {
  const [time, mean, id] = [Float64Array.of(1, 2), Float64Array.of(3), Uint32Array.of(4)]
  const data = {
    name: 'a',
    none: null,
    series: [
      { time, mean },
      { time, max: mean.subarray(0) },
    ],
    log: { of: { id } },
  }
  expect(columnsIn(data)).toHaveLength(3)
  expect(new Set(columnsIn(data).map(({ buffer }) => buffer))).toEqual(
    new Set([time, mean, id].map(({ buffer }) => buffer)),
  )
  expect(columnsIn('text')).toEqual([])
})
