import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DecimatingSeries } from './decimatingSeries'

test('a series that fits keeps every sample', () => {
  const series = new DecimatingSeries(8)
  for (const value of [3, 1, 4, 1, 5]) series.push(value)
  const { min, max, mean, lastSample, samplesPerPoint } = series.columns()
  expect([...mean]).toEqual([3, 1, 4, 1, 5])
  expect([...min]).toEqual([...max])
  expect([...lastSample]).toEqual([1, 2, 3, 4, 5])
  expect(samplesPerPoint).toBe(1)
})

test('a full series halves its resolution and loses neither a spike nor a sample', () => {
  const values = Array.from({ length: 1000 }, (_, i) => (i === 17 ? 99 : 1 + (i % 3)))
  const series = new DecimatingSeries(16)
  for (const value of values) series.push(value)
  const { max, min, mean, lastSample, samplesPerPoint } = series.columns()
  expect(max.length).toBeLessThanOrEqual(16)
  expect(Math.max(...max)).toBe(99)
  expect(Math.min(...min)).toBe(1)
  expect(lastSample[lastSample.length - 1]).toBe(1000)
  const sum = mean.reduce((total, value, i) => total + value * (lastSample[i]! - (lastSample[i - 1] ?? 0)), 0)
  expect(sum).toBeCloseTo(values.reduce((a, b) => a + b))
  expect(samplesPerPoint).toBe(64)
})

test('how equal samples are grouped makes no difference, to the last bit', () => {
  const runs = fc.array(fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.integer({ min: 1, max: 40 })), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(runs, (stretches) => {
      const grouped = new DecimatingSeries(32)
      const single = new DecimatingSeries(32)
      for (const [value, count] of stretches) {
        grouped.push(value, count)
        for (let i = 0; i < count; i++) single.push(value)
      }
      expect(grouped.columns()).toEqual(single.columns())
      expect(grouped.columns(7)).toEqual(single.columns(7))
    }),
    { seed: 3, numRuns: 300 },
  )
})
