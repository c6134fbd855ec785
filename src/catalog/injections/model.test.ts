import { expect, test } from 'vitest'
import { BareNetwork } from '../../../tests/fixtures/bareNetwork'
import { type Injection, InjectionTimeline } from './model'

/** What the injected events do to a link and to a balancer until `until` [s]. */
function happens(until: number, injections: (bare: BareNetwork) => Injection[]): readonly string[] {
  const bare = new BareNetwork()
  const { network, log } = bare
  network.balancer = {
    accept() {},
    answered() {},
    takeOut: (target) => void log.push(`${target} out at ${network.simulation.now} s`),
    putBack: (target) => void log.push(`${target} back at ${network.simulation.now} s`),
  }
  new InjectionTimeline(network, injections(bare))
  bare.runTo(until)
  return log
}

const outage = (target: number | undefined, start: number, end: number): Injection => ({
  kind: 'server_outage',
  start,
  end,
  target,
})

test('a server is out of the rotation from the start of its outage to its end', () => {
  expect(happens(10, () => [outage(1, 3, 5)])).toEqual(['1 out at 3 s', '1 back at 5 s'])
})

test('at one instant ends come before starts, else the order given counts', () => {
  expect(happens(10, () => [outage(0, 4, 6), outage(1, 2, 4), outage(2, 4, 6)])).toEqual([
    '1 out at 2 s',
    '1 back at 4 s',
    '0 out at 4 s',
    '2 out at 4 s',
    '0 back at 6 s',
    '2 back at 6 s',
  ])
})

test('an outage of a server that no balancer sends to changes nothing', () => {
  expect(happens(10, () => [outage(undefined, 3, 5)])).toEqual([])
})

test('a spike is known to its link by its number among the events', () => {
  const timeline = happens(10, (bare) => [
    outage(0, 1, 9),
    { kind: 'network_spike', start: 2, end: 3, link: bare.end('edge'), seconds: 0.5 },
  ])
  expect(timeline).toEqual([
    '0 out at 1 s',
    'edge: spike 1 of 0.5 s at 2 s',
    'edge: no spike 1 at 3 s',
    '0 back at 9 s',
  ])
})
