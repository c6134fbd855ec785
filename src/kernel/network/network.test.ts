import { expect, test } from 'vitest'
import { BareNetwork } from '../../../tests/fixtures/bareNetwork'
import { Outcome } from './outcome'

test('a request that ends is told of, and its slot goes to the next one', () => {
  const bare = new BareNetwork()
  const { network, log } = bare
  const slot = bare.request()
  expect(network.requests.inFlight).toBe(1)
  network.finish(slot, Outcome.NO_SERVER_UP)
  expect(log).toEqual([`1 at 0 s: ${Outcome.NO_SERVER_UP}`])
  expect(network.requests.inFlight).toBe(0)
  expect(bare.request()).toBe(slot)
  expect(network.requests.ordinal[slot]).toBe(2)
})

test('the balancer hears once of each request that it sent, whether it is answered or ends', () => {
  const bare = new BareNetwork()
  const { network } = bare
  const heard: number[] = []
  network.balancer = { accept() {}, answered: (target) => void heard.push(target), takeOut() {}, putBack() {} }
  const [toSecond, toFirst, toNobody] = [bare.request(), bare.request(), bare.request()]
  network.requests.balancedTo[toSecond] = 1
  network.requests.balancedTo[toFirst] = 0
  network.answered(toSecond)
  for (const slot of [toSecond, toFirst, toNobody]) network.finish(slot, Outcome.COMPLETED)
  expect(heard).toEqual([1, 0])
})

test('a request that got lost, and a part that breaks a promise, are errors', () => {
  const bare = new BareNetwork()
  const { network } = bare
  network.finish(bare.request(), Outcome.COMPLETED)
  bare.request()
  network.verify()
  network.requests.generated++
  expect(() => network.verify()).toThrow('3 requests generated, but 1 ended and 1 in flight at t=0s')
  network.requests.generated--
  network.watch({
    verify() {
      throw new Error('more cores than there are')
    },
  })
  expect(() => network.verify()).toThrow('more cores than there are')
})
