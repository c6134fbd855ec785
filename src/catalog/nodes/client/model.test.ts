import { expect, test } from 'vitest'
import { BareNetwork } from '../../../../tests/fixtures/bareNetwork'
import { Outcome } from '../../../kernel/network/outcome'
import { Client } from './model'

test('a client passes on what has travelled one link; what has travelled more is its answer', () => {
  const bare = new BareNetwork()
  const client = new Client(bare.network)
  client.out = bare.end('server')
  const [fresh, answer, late] = [bare.request(), bare.request(), bare.request()]
  const { hops } = bare.network.requests
  hops[fresh] = 1
  hops[answer] = 2
  hops[late] = 5
  for (const slot of [fresh, answer, late]) client.accept(slot)
  expect(bare.log).toEqual(['1 to server at 0 s', `2 at 0 s: ${Outcome.COMPLETED}`, `3 at 0 s: ${Outcome.COMPLETED}`])
})
