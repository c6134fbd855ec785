import { expect, test } from 'vitest'
import { addPhases, clearPhases, copyPhases, PHASES, Phase } from './phase'

/** So many numbers in a row, beginning with `first`. */
const counted = (length: number, first: number) => Float64Array.from({ length }, (_, i) => first + i)

test('every phase has one of the places', () => {
  expect(Object.values(Phase)).toEqual(Array.from({ length: PHASES }, (_, i) => i))
})

test('the times of one request are cleared, and no others', () => {
  const times = counted(3 * PHASES, 1)
  clearPhases(times, PHASES)
  expect(times).toEqual(Float64Array.of(...counted(PHASES, 1), ...new Array(PHASES).fill(0), ...counted(PHASES, 19)))
})

test('the times of one request are copied to their place, and nowhere else', () => {
  const to = counted(3 * PHASES, 100)
  copyPhases(counted(2 * PHASES, 1), PHASES, to, PHASES)
  expect(to).toEqual(Float64Array.of(...counted(PHASES, 100), ...counted(PHASES, 10), ...counted(PHASES, 118)))
})

test('the times of one request are added at their place, and nowhere else', () => {
  const to = new Float64Array(3 * PHASES).fill(0.5)
  addPhases(counted(2 * PHASES, 1), PHASES, to, PHASES)
  const halves = new Array(PHASES).fill(0.5)
  expect(to).toEqual(Float64Array.of(...halves, ...counted(PHASES, 10.5), ...halves))
})
