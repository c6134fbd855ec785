import { describe, expect, it } from 'vitest'
import { scenarioForTest } from '../../tests/fixtures/document'
import { carryPositions } from './carryPositions'

const here = { x: 1, y: 2 }
const there = { x: 3, y: 4 }

describe('positions', () => {
  it('follow a node that gets another id', () => {
    const carried = carryPositions({ a: here, b: there }, scenarioForTest(['a', 'b']), scenarioForTest(['a', 'c']))
    expect(carried).toEqual({ a: here, c: there })
  })

  it('stay the same object when no id changes', () => {
    const positions = { a: here }
    expect(carryPositions(positions, scenarioForTest(['a']), scenarioForTest(['a']))).toBe(positions)
    expect(carryPositions(positions, scenarioForTest(['a']), scenarioForTest(['a', 'b']))).toBe(positions)
  })

  it('stay with their nodes when two servers change places in the text', () => {
    const positions = { a: here, b: there }
    expect(carryPositions(positions, scenarioForTest(['a', 'b']), scenarioForTest(['b', 'a']))).toBe(positions)
  })

  it('stay with the old id when a server is removed, for the case that it comes back', () => {
    const positions = { a: here, b: there }
    expect(carryPositions(positions, scenarioForTest(['a', 'b']), scenarioForTest(['a']))).toBe(positions)
  })
})
