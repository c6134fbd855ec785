import { expect, it } from 'vitest'
import { heatSteps, stepOf } from './heatSteps'

it('colours begin at a single request and rise by equal ratios', () => {
  expect(heatSteps(256)).toEqual([1, 2, 4, 8, 16, 32, 64, 128])
  expect(heatSteps(1)).toEqual([1])
  expect(heatSteps(3)).toEqual([1, 2, 3])
})

it('every count from one on has a colour, the largest the last', () => {
  const steps = heatSteps(1000)
  expect(stepOf(steps, 1)).toBe(0)
  expect(stepOf(steps, 1000)).toBe(steps.length - 1)
  expect(steps.map((start) => stepOf(steps, start))).toEqual(steps.map((_, i) => i))
})
