import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Container } from './container'
import { Resource } from './resource'
import { SlotQueue } from './slotQueue'

test('a slot queue is first in, first out, across every growth', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(), { nil: undefined, freq: 2 }), { maxLength: 300, size: 'max' }),
      (operations) => {
        const queue = new SlotQueue()
        const model: number[] = []
        for (const slot of operations) {
          if (slot !== undefined) {
            queue.push(slot)
            model.push(slot)
          } else if (model.length > 0) {
            expect(queue.peek()).toBe(model[0])
            expect(queue.shift()).toBe(model.shift())
          }
          expect(queue.length).toBe(model.length)
        }
      },
    ),
    { seed: 7, numRuns: 60 },
  )
})

test('a released unit goes to the request that waits longest', () => {
  const cores = new Resource(1, 'cores of srv')
  expect(cores.request(1)).toBe(true)
  expect(cores.request(2)).toBe(false)
  expect(cores.request(3)).toBe(false)
  expect(cores.queueLength).toBe(2)
  cores.verify()
  expect(cores.release()).toBe(2)
  expect(cores.inUse).toBe(1)
  expect(cores.release()).toBe(3)
  expect(cores.release()).toBe(-1)
  expect(() => cores.release()).toThrow('invariant: cores of srv released more often than taken')
})

test('a demand that fits still waits behind one that does not', () => {
  const demands = [60, 50, 10]
  const ram = new Container(100, (slot) => demands[slot]!, 'RAM of srv')
  expect(ram.request(0)).toBe(true)
  expect(ram.request(1)).toBe(false)
  expect(ram.request(2)).toBe(false)
  expect(ram.queueLength).toBe(2)
  expect(ram.grantNext()).toBe(-1)
  ram.release(60)
  expect([ram.grantNext(), ram.grantNext(), ram.grantNext()]).toEqual([1, 2, -1])
  expect(ram.queueLength).toBe(0)
  expect(ram.inUse).toBe(60)
  ram.release(50)
  expect(ram.inUse).toBe(10)
  ram.release(10)
  expect(() => ram.release(10)).toThrow('invariant: RAM of srv released more often than taken')
})

test('what fills a container to the brim fits, and what is more does not', () => {
  const demands = [40, 60, 1]
  const ram = new Container(100, (slot) => demands[slot]!, 'RAM of srv')
  expect([0, 1, 2].map((slot) => ram.request(slot))).toEqual([true, true, false])
  ram.release(60)
  // Those that wait are asked again, until one does not fit.
  expect(ram.grantNext()).toBe(2)
  ram.verify()
})

test('fractions that add up to the capacity fit, and come back whole', () => {
  const ram = new Container(256, () => 2.56, 'RAM of srv')
  for (let slot = 0; slot < 100; slot++) expect(ram.request(slot)).toBe(true)
  expect(ram.request(100)).toBe(false)
  ram.verify()
  for (let slot = 0; slot < 100; slot++) ram.release(2.56)
  expect(ram.inUse).toBe(0)
  expect(ram.grantNext()).toBe(100)
})
