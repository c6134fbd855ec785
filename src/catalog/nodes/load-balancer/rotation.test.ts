import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Link } from '../../../kernel/network/parts'
import { leastConnection } from '../../policies/routing/leastConnection'
import { roundRobin } from '../../policies/routing/roundRobin'
import { BalancedTarget, Rotation } from './rotation'

const NOWHERE: Link = { id: 'nowhere', send() {}, addSpike() {}, endSpike() {} }

const targetsOf = (count: number) => Array.from({ length: count }, (_, index) => new BalancedTarget(index, NOWHERE))

/** The rotation from the first target to the last. */
function orderOf({ first }: Rotation): number[] {
  const order: number[] = []
  for (let target = first; target !== undefined; target = target.next) order.push(target.index)
  return order
}

test('whoever joins is last, and whoever leaves leaves the order of the others as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 60 }), (toggled) => {
      const rotation = new Rotation()
      const targets = targetsOf(6)
      let expected: number[] = []
      for (const index of toggled) {
        if (expected.includes(index)) {
          rotation.remove(targets[index]!)
          expected = expected.filter((other) => other !== index)
        } else {
          rotation.append(targets[index]!)
          expected.push(index)
        }
        expect(orderOf(rotation)).toEqual(expected)
      }
    }),
    { seed: 11, numRuns: 200 },
  )
})

test.each([
  { outstanding: [4, 2, 3], least: 1 },
  { outstanding: [2, 2, 1], least: 2 },
  { outstanding: [1, 1, 2], least: 0 },
  { outstanding: [3, 1, 1], least: 1 },
])(
  'with $outstanding outstanding, round robin takes the first and least connection the first of the fewest',
  ({ outstanding, least }) => {
    const rotation = new Rotation()
    const targets = targetsOf(outstanding.length)
    targets.forEach((target, i) => {
      target.outstanding = outstanding[i]!
      rotation.append(target)
    })
    expect(roundRobin(rotation.first!)).toBe(targets[0])
    expect(leastConnection(rotation.first!)).toBe(targets[least])
  },
)
