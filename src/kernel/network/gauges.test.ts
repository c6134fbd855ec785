import { expect, test } from 'vitest'
import type { Bucket } from './gauge'
import { Gauges } from './gauges'

/** One gauge, what changes it at a stated time [s], and the buckets of its samples, of these sizes one after another. */
function createGauge(...sizes: readonly number[]) {
  const clock = { now: 0 }
  const gauges = new Gauges(clock)
  const gauge = gauges.create()
  const buckets: Bucket[] = []
  gauges.keepSamples(gauge, {
    append: (bucket) => void buckets.push({ ...bucket }),
    get samplesPerPoint() {
      return sizes[Math.min(buckets.length, sizes.length) - 1]!
    },
  })
  const change = (delta: number, at: number) => {
    clock.now = at
    gauge.add(delta)
  }
  return { gauges, gauge, buckets, change }
}

test('a gauge integrates itself over time and remembers its maximum', () => {
  const { gauge, change } = createGauge(1)
  change(2, 1)
  change(3, 2)
  change(-5, 2)
  change(1, 4)
  expect(gauge.integral(6)).toBe(2 + 0 + 2)
  expect(gauge.maximum).toBe(5)
  expect(gauge.value).toBe(1)
})

test('a peak outlives its interval, a maximum does not', () => {
  const { gauges, gauge, change } = createGauge(1)
  change(3, 1)
  change(-2, 2)
  gauges.closeInterval()
  change(1, 3)
  expect(gauge.maximum).toBe(2)
  expect(gauge.peak).toEqual({ value: 3, at: 1 })
  gauges.forgetPeaks()
  expect(gauge.peak).toEqual({ value: 2, at: 3 })
})

test('samples are handed over bucket by bucket; changes between ticks are none', () => {
  const { gauges, gauge, buckets, change } = createGauge(3, 4)
  gauges.passed(2)
  change(5, 0.25)
  change(-2, 0.26)
  gauges.passed(3)
  change(-1, 0.55)
  gauges.passed(2)
  expect(buckets).toEqual([
    { count: 1, min: 0, max: 0, sum: 0 },
    { count: 3, min: 0, max: 3, sum: 6 },
  ])
  expect(gauge.openBucket).toEqual({ count: 3, min: 2, max: 3, sum: 7 })
  gauges.passed(1)
  expect(buckets.slice(2)).toEqual([{ count: 4, min: 2, max: 3, sum: 9 }])
  expect(gauge.openBucket.count).toBe(0)
})

test('looking at the open bucket changes nothing', () => {
  const kept = [false, true].map((looks) => {
    const { gauges, gauge, buckets, change } = createGauge(7)
    for (let n = 1; n < 100; n++) {
      change(n % 3 === 2 ? -0.2 : 0.1, n)
      gauges.passed(1)
      if (looks) expect(gauge.openBucket.count).toBeLessThan(7)
      gauges.passed(n % 2)
    }
    return buckets
  })
  expect(kept[1]).toEqual(kept[0])
})

test('a gauge without a series keeps no samples', () => {
  const { gauges, buckets } = createGauge(2)
  const silent = gauges.create()
  gauges.passed(2)
  silent.add(1)
  gauges.passed(2)
  expect(buckets).toHaveLength(2)
  expect(silent.openBucket.count).toBe(0)
})

test('no gauge may stand below zero, but for what rounding leaves', () => {
  const { gauges, gauge } = createGauge(1)
  gauges.create().add(1)
  gauge.add(-1e-10)
  expect(() => gauges.verify()).not.toThrow()
  gauge.add(-1)
  expect(() => gauges.verify()).toThrow(/^invariant: gauge 0 stands at -1\.0/)
})
