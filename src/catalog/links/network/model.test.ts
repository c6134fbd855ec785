import { expect, test } from 'vitest'
import { BareNetwork } from '../../../../tests/fixtures/bareNetwork'
import { edge } from '../../../../tests/fixtures/scenario'
import { Deterministic } from '../../../kernel/random/distributions/deterministic'
import type { LinkDraws } from '../../../kernel/random/draws'
import { NetworkLink } from './model'

/** A link, the third of its scenario, that leads to where arrivals are written down. */
function createLink(draws: LinkDraws) {
  const bare = new BareNetwork()
  const link = new NetworkLink(bare.context({ link: () => draws }), edge('a', 'b'), new Deterministic(1), 2)
  const arrivals: string[] = []
  const { requests, simulation } = bare.network
  link.target = {
    accept: (slot) =>
      void arrivals.push(`${requests.ordinal[slot]} at ${simulation.now} s, hop ${requests.hops[slot]}`),
  }
  return { bare, link, arrivals, onTheirWay: () => link.concurrency.value }
}

test('a request arrives after the latency it draws, and may overtake others', () => {
  const latencies = [3, 1]
  const { bare, link, arrivals, onTheirWay } = createLink({ isLost: () => false, latency: () => latencies.shift()! })
  link.send(bare.request())
  link.send(bare.request())
  expect(link.sent).toBe(2)
  expect(onTheirWay()).toBe(2)
  bare.runTo(2)
  expect(onTheirWay()).toBe(1)
  bare.runTo(5)
  expect(onTheirWay()).toBe(0)
  expect(arrivals).toEqual(['2 at 1 s, hop 1', '1 at 3 s, hop 1'])
})

test('a request that is lost ends at once under the name of the link, and draws no latency', () => {
  const { bare, link, arrivals, onTheirWay } = createLink({
    isLost: (ordinal) => ordinal === 2,
    latency: () => 1,
  })
  for (let i = 0; i < 3; i++) link.send(bare.request())
  expect(bare.log).toEqual(['2 at 0 s: 4'])
  expect(link.sent).toBe(3)
  expect(onTheirWay()).toBe(2)
  bare.runTo(2)
  expect(arrivals).toEqual(['1 at 1 s, hop 1', '3 at 1 s, hop 1'])
})

test('spikes add up for what is sent while they last, and leave nothing behind', () => {
  const { bare, link, arrivals } = createLink({ isLost: () => false, latency: () => 1 })
  link.addSpike(0, 0.25)
  link.addSpike(1, 0.5)
  link.send(bare.request())
  link.endSpike(0)
  link.send(bare.request())
  link.endSpike(1)
  link.send(bare.request())
  bare.runTo(5)
  expect(arrivals).toEqual(['3 at 1 s, hop 1', '2 at 1.5 s, hop 1', '1 at 1.75 s, hop 1'])
})
