import { expect, test } from 'vitest'
import { BareNetwork } from '../../../tests/fixtures/bareNetwork'
import { PHASES, Phase } from './phase'

test('the times that a request spends in its phases add up to its age', () => {
  const { network } = new BareNetwork()
  const { requests, simulation } = network
  const later = simulation.register({ on: (phase, slot) => requests.enter(slot, phase) })
  requests.acquire(0)
  const slot = requests.acquire(0)
  const course = [
    [Phase.CPU, 1],
    [Phase.IO_WAIT, 1.5],
    [Phase.CPU, 4],
    [Phase.NETWORK, 4.25],
  ] as const
  for (const [phase, time] of course) simulation.scheduleAt(time, 0, later, phase, slot)
  simulation.step(5, 100)
  requests.enter(slot, Phase.NETWORK)
  const spent = [...requests.phaseTimes.subarray(slot * PHASES, (slot + 1) * PHASES)]
  expect([spent[Phase.NETWORK], spent[Phase.CPU], spent[Phase.IO_WAIT]]).toEqual([1.75, 0.75, 2.5])
  expect(spent.reduce((sum, time) => sum + time)).toBe(5)
  expect(requests.ageOfInFlight(5)).toBe(2 * 5)
})

test('however many requests there are, each keeps its own state, and a slot that is used again begins anew', () => {
  const bare = new BareNetwork()
  const { requests } = bare.network
  const count = 1000
  for (let i = 0; i < count; i++) {
    const slot = bare.request()
    requests.hops[slot] = i % 7
    requests.server[slot] = i
    requests.balancedTo[slot] = i % 3
    requests.phaseTimes[slot * PHASES + Phase.IO_LLM] = i
    requests.phaseTimes[slot * PHASES + Phase.NETWORK] = -i
  }
  for (let slot = 0; slot < count; slot++) {
    const { ordinal, hops, server, balancedTo, phaseTimes } = requests
    expect([
      ordinal[slot],
      hops[slot],
      server[slot],
      balancedTo[slot],
      phaseTimes[slot * PHASES + Phase.IO_LLM],
    ]).toEqual([slot + 1, slot % 7, slot, slot % 3, slot])
  }
  requests.release(5)
  requests.release(700)
  expect(requests.inFlight).toBe(count - 2)
  const again = requests.acquire(2)
  expect(again).toBe(700)
  expect([requests.ordinal[again], requests.born[again], requests.hops[again], requests.balancedTo[again]]).toEqual([
    count + 1,
    2,
    0,
    -1,
  ])
  const phaseTimes = (slot: number) => [...requests.phaseTimes.subarray(slot * PHASES, (slot + 1) * PHASES)]
  expect(phaseTimes(again)).toEqual(Array(PHASES).fill(0))
  expect([phaseTimes(again - 1).at(-1), phaseTimes(again + 1)[0]]).toEqual([699, -701])
  expect(requests.ageOfInFlight(3)).toBe(3 * (count - 2) + 1)
})
