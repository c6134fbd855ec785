import { expect, test } from 'vitest'
import { BareNetwork } from '../../../../tests/fixtures/bareNetwork'
import { Outcome } from '../../../kernel/network/outcome'
import type { RoutingPolicy } from '../../../kernel/network/routingPolicy'
import { routingPolicies } from '../../policies/routing'
import { LoadBalancer } from './model'

/** A balancer of three targets a, b and c, and where it sends requests. */
function createBalancer(policy: RoutingPolicy) {
  const bare = new BareNetwork()
  const balancer = new LoadBalancer(bare.network, policy)
  bare.network.balancer = balancer
  const targets = ['a', 'b', 'c'].map((id) => balancer.addTarget(bare.end(id)))
  expect(targets).toEqual([0, 1, 2])
  const accept = () => {
    const slot = bare.request()
    balancer.accept(slot)
    return slot
  }
  const sentTo = () => bare.log.map((line) => / to (.)/.exec(line)?.[1]).join('')
  return { bare, balancer, accept, sentTo }
}

test('round robin takes turns; who is put back joins at the end', () => {
  const { balancer, accept, sentTo } = createBalancer(routingPolicies.round_robin)
  for (let i = 0; i < 4; i++) accept()
  balancer.takeOut(1)
  for (let i = 0; i < 3; i++) accept()
  balancer.putBack(1)
  for (let i = 0; i < 3; i++) accept()
  expect(sentTo()).toBe('abcacacacb')
})

test('least connection counts what is on its way, until it is answered or ends', () => {
  const { bare, accept, sentTo } = createBalancer(routingPolicies.least_connection)
  const [first, second] = [accept(), accept(), accept()]
  bare.network.answered(second!)
  accept()
  bare.network.finish(first!, Outcome.COMPLETED)
  accept()
  expect(sentTo()).toBe('abcba')
})

test('an answer counts once', () => {
  const { bare, accept, sentTo } = createBalancer(routingPolicies.least_connection)
  const first = accept()
  bare.network.answered(first)
  bare.network.answered(first)
  for (let i = 0; i < 4; i++) accept()
  expect(sentTo()).toBe('abcab')
})

test('with no target in the rotation a request ends at once, without a server', () => {
  const { bare, balancer, accept } = createBalancer(routingPolicies.round_robin)
  for (const target of [0, 1, 2]) balancer.takeOut(target)
  accept()
  expect(bare.log).toEqual([`1 at 0 s: ${Outcome.NO_SERVER_UP}`])
  expect(bare.network.requests.inFlight).toBe(0)
  balancer.putBack(2)
  accept()
  expect(bare.log[1]).toBe('2 to c at 0 s')
})
