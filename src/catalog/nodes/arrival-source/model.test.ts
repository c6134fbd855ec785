import { expect, test } from 'vitest'
import { BareNetwork } from '../../../../tests/fixtures/bareNetwork'
import { singleServer } from '../../../../tests/fixtures/scenario'
import { Deterministic } from '../../../kernel/random/distributions/deterministic'
import { ArrivalSource } from './model'

/** What a source sends until `until` [s]: a user is a request in two seconds; users by window of 10 s. */
function arrivals(users: readonly number[], gaps: (n: number) => number, until: number): readonly string[] {
  const bare = new BareNetwork()
  const draws = bare.context({ arrivals: () => ({ users: (window) => users[window] ?? 0, gap: gaps }) })
  const { rqs_input } = singleServer([], { window: 10, rpm: 30 })
  const source = new ArrivalSource(draws, rqs_input, new Deterministic(1))
  source.out = bare.end('client')
  bare.runTo(until)
  return bare.log.filter((line) => line.includes('client'))
}

test('requests come at the rate of the users of each window, not at its very end', () => {
  expect(arrivals([0, 0.4, 0.8], () => 1, 30)).toEqual([
    '1 to client at 15 s',
    '2 to client at 22.5 s',
    '3 to client at 25 s',
    '4 to client at 27.5 s',
  ])
})

test('each gap is drawn once, also the one that leads out of its window', () => {
  const asked: number[] = []
  const gap = (n: number) => {
    asked.push(n)
    return n === 1 ? 100 : 1
  }
  expect(arrivals([1, 1], gap, 20)).toEqual([
    '1 to client at 2 s',
    '2 to client at 12 s',
    '3 to client at 14 s',
    '4 to client at 16 s',
    '5 to client at 18 s',
  ])
  expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6])
})

test('a request is generated when it is sent', () => {
  const bare = new BareNetwork()
  const context = bare.context({ arrivals: () => ({ users: () => 0.4, gap: () => 0.5 }) })
  const source = new ArrivalSource(context, singleServer([], { window: 10, rpm: 30 }).rqs_input, new Deterministic(1))
  source.out = bare.end('client')
  bare.runTo(4)
  expect(bare.log).toEqual(['generated at 2.5 s', '1 to client at 2.5 s'])
  expect(bare.network.requests.inFlight).toBe(1)
})
