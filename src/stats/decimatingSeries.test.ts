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

test('to join points when asked makes no difference to when they are joined for want of room', () => {
  const values = Array.from({ length: 64 }, (_, i) => (i * 7) % 11)
  const [large, small] = [new DecimatingSeries(64), new DecimatingSeries(16)]
  for (const value of values.slice(0, 63)) {
    large.push(value)
    small.push(value)
  }
  expect(large.columns(8)).toEqual(small.columns(8))
})
