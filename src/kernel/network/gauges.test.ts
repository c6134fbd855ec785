import { expect, test } from 'vitest'
import { type GaugeSampler, Gauges } from './gauges'

/** One gauge, and what changes it at a stated time [s]. */
function createGauge(sampler: GaugeSampler) {
  const clock = { now: 0 }
  const gauges = new Gauges(clock, sampler)
  const gauge = gauges.create()
  const change = (delta: number, at: number) => {
    clock.now = at
    gauges.add(gauge, delta)
  }
  return { gauges, gauge, change }
}

test('a gauge integrates itself over time and remembers its maximum', () => {
  const { gauges, gauge, change } = createGauge({ sampled() {} })
  change(2, 1)
  change(3, 2)
  change(-5, 2)
  change(1, 4)
  expect(gauges.integralOf(gauge, 6)).toBe(2 + 0 + 2)
  expect(gauges.maximumOf(gauge)).toBe(5)
  expect(gauges.valueOf(gauge)).toBe(1)
})

test('samples are handed over once each, in stretches of equal value', () => {
  const log: [number, number][] = []
  const { gauges, change } = createGauge({ sampled: (_gauge, value, ticks) => void log.push([value, ticks]) })
  gauges.passed(3)
  change(1, 0.35)
  change(1, 0.36)
  gauges.passed(2)
  gauges.flush()
  gauges.flush()
  expect(log).toEqual([
    [0, 3],
    [2, 2],
  ])
})
