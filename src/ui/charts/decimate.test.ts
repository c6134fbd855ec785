import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { syntheticSeries } from '../../../tests/fixtures/syntheticRun'
import { decimate } from './decimate'

/** Zeros with a single sample of `height` at second `at`. */
function spike(length: number, at: number, height: number) {
  return syntheticSeries(
    'ready_queue_len',
    'srv-1',
    Array.from({ length }, (_, i) => (i + 1 === at ? height : 0)),
  )
}

describe('decimate', () => {
  it('keeps every point while there is room', () => {
    const rows = decimate([syntheticSeries('offered', '', [3, 1, 2])], { start: 0, end: 3 }, 600)
    expect(rows.map(({ time, values }) => [time, values[0]?.max])).toEqual([
      [1, 3],
      [2, 1],
      [3, 2],
    ])
  })

  it('keeps a spike of one sample at any zoom (E05)', () => {
    const series = spike(20_000, 12_345, 99)
    for (const [start, end] of [
      [0, 20_000],
      [12_000, 13_000],
      [12_344, 12_346],
    ] as const) {
      const highest = decimate([series], { start, end }, 100).map(({ values }) => values[0]?.max ?? 0)
      expect(Math.max(...highest)).toBe(99)
      expect(highest.filter((value) => value === 99)).toHaveLength(1)
    }
  })

  it('gives minimum, maximum and mean of an interval', () => {
    const rows = decimate([syntheticSeries('offered', '', [4, 0, 2, 8])], { start: 0, end: 4.5 }, 1)
    expect(rows).toEqual([{ time: 4, values: [{ min: 0, max: 8, mean: 3.5 }] }])
  })

  it('says nothing of a smallest value that is not known, and leaves out what is none', () => {
    const time = Float64Array.of(1, 2, 3)
    const max = Float64Array.of(4, Number.NaN, 2)
    expect(decimate([{ time, max, mean: max }], { start: 0, end: 3 }, 1)).toEqual([
      { time: 3, values: [{ min: undefined, max: 4, mean: 3 }] },
    ])
  })

  it('shows the points within the window, both ends included, and one on either side of it', () => {
    const series = [syntheticSeries('offered', '', [1, 2, 3, 4, 5, 6])]
    const timesIn = (start: number, end: number) => decimate(series, { start, end }, 600).map(({ time }) => time)
    expect(timesIn(3, 4)).toEqual([2, 3, 4, 5])
    expect(timesIn(0, 2)).toEqual([1, 2, 3])
    // Between two points the line from one to the other is all there is to see.
    expect(timesIn(3.4, 3.6)).toEqual([3, 4])
  })

  it('leaves a gap where there is nothing to say', () => {
    const max = Float64Array.of(4, Number.NaN, 2)
    const rows = decimate([{ time: Float64Array.of(1, 2, 3), max, mean: max }], { start: 0, end: 3 }, 600)
    expect(rows.map(({ values }) => values[0]?.max)).toEqual([4, undefined, 2])
  })

  it('has no row where no series has a point, and no value where one has none', () => {
    const early = syntheticSeries('ready_queue_len', 'a', [1])
    const long = syntheticSeries('ready_queue_len', 'b', [5, 6])
    expect(decimate([early, long], { start: 0, end: 100 }, 50)).toEqual([
      {
        time: 1,
        values: [
          { min: 1, max: 1, mean: 1 },
          { min: 5, max: 5, mean: 5 },
        ],
      },
      { time: 2, values: [undefined, { min: 6, max: 6, mean: 6 }] },
    ])
    expect(decimate([], { start: 0, end: 10 }, 50)).toEqual([])
    expect(decimate([syntheticSeries('offered', '', [])], { start: 0, end: 10 }, 50)).toEqual([])
  })

  it('takes the next point of a series that has fewer of them, so that its line is whole at any zoom', () => {
    const fine = syntheticSeries('ready_queue_len', 'a', [1, 2, 3, 4, 5, 6])
    const columns = Float64Array.of(7, Number.NaN, 9)
    const coarse = { time: Float64Array.of(2, 4, 6), max: columns, mean: columns }
    const values = (start: number, end: number) =>
      decimate([fine, coarse], { start, end }, 600).map(({ values: [, of] }) => of?.max)
    expect(values(0, 6)).toEqual([7, 7, undefined, undefined, 9, 9])
    expect(values(4.5, 5.5)).toEqual([undefined, 9, 9])
  })

  it('never exceeds its number of rows nor loses an extreme', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(), { minLength: 1, maxLength: 500 }),
        fc.integer({ min: 2, max: 60 }),
        (values, most) => {
          const rows = decimate([syntheticSeries('offered', '', values)], { start: 0, end: values.length }, most)
          const extremes = rows.flatMap((row) => row.values[0] ?? [])
          expect(rows.length).toBeLessThanOrEqual(most)
          expect(Math.max(...extremes.map(({ max }) => max))).toBe(Math.max(...values))
          expect(Math.min(...extremes.map(({ min }) => min as number))).toBe(Math.min(...values))
          expect(rows.map(({ time }) => time)).toEqual([...rows.map(({ time }) => time)].sort((a, b) => a - b))
        },
      ),
    )
  })
})
