import { expect, it } from 'vitest'
import type { WhatIfPoint } from '../../store/whatIfState'
import { curveOf, figureOf, scaleOf } from './curve'

const done = (p95: number | null): WhatIfPoint => ({
  phase: 'done',
  strain: { saturated: [], behind: null },
  end: 'horizon',
  figures: { p50: 1, p95, p99: 3, mean: 1, throughput: 5, completedShare: 1 },
})

it('holds the values whose figure is known, and no others', () => {
  const points = new Map<number, WhatIfPoint>([
    [1, done(0.5)],
    [2, { phase: 'running' }],
    [3, { phase: 'refused', reason: 'too much' }],
    [4, done(null)],
    [5, done(0.2)],
  ])
  expect(curveOf(points, 'p95')).toEqual([
    { value: 1, y: 0.5 },
    { value: 5, y: 0.2 },
  ])
  expect(figureOf(points.get(3), 'p95')).toBeNull()
  expect(figureOf(undefined, 'p95')).toBeNull()
})

it('begins its axis at 0, unless small differences would vanish', () => {
  const scale = (...values: number[]) => scaleOf(values.map((y, value) => ({ value, y })))
  expect(scale(1, 10)).toEqual([0, 10])
  expect(scale(98, 100)).toEqual([97.5, 100])
  expect(scale(5, 5)).toEqual([0, 5])
  expect(scale(0, 0)).toEqual([0, 1])
  expect(scale()).toEqual([0, 1])
})
