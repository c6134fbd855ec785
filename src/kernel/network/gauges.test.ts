import { expect, test } from 'vitest'
import { Gauges } from './gauges'

test('a gauge integrates itself over time and remembers its maximum', () => {
  const gauges = new Gauges({ sampled() {} })
  const gauge = gauges.create()
  gauges.add(gauge, 2, 1)
  gauges.add(gauge, 3, 2)
  gauges.add(gauge, -5, 2)
  gauges.add(gauge, 1, 4)
  expect(gauges.integralOf(gauge, 6)).toBe(2 + 0 + 2)
  expect(gauges.maximumOf(gauge)).toBe(5)
  expect(gauges.valueOf(gauge)).toBe(1)
})

test('samples are handed over once each, in stretches of equal value', () => {
  const log: [number, number][] = []
  const gauges = new Gauges({ sampled: (_gauge, value, ticks) => void log.push([value, ticks]) })
  const gauge = gauges.create()
  gauges.passed(3)
  gauges.add(gauge, 1, 0.35)
  gauges.add(gauge, 1, 0.36)
  gauges.passed(2)
  gauges.flush()
  gauges.flush()
  expect(log).toEqual([
    [0, 3],
    [2, 2],
  ])
})
