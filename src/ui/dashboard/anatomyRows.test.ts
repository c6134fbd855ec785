import { expect, it } from 'vitest'
import type { PercentileBand } from '../../engine/anatomy'
import type { PhaseTimes } from '../../engine/phaseTimes'
import { phasesInUse, tailDifferences } from './anatomyRows'

const none: PhaseTimes = {
  network: 0,
  ram_wait: 0,
  cpu_wait: 0,
  cpu_service: 0,
  db_pool_wait: 0,
  io_wait: 0,
  io_cache: 0,
  io_db: 0,
  io_llm: 0,
}

function band(from: number, to: number, phases: Partial<PhaseTimes>): PercentileBand {
  const latency = Object.values(phases).reduce((sum, time) => sum + time, 0)
  return { from, to, count: 1, latency, phases: { ...none, ...phases } }
}

it('says what the slowest spend more than the quick half, the largest difference first', () => {
  const bands = [
    band(0, 50, { network: 0.25, cpu_service: 0.25 }),
    band(50, 99, { network: 0.25, cpu_service: 0.5, cpu_wait: 0.5 }),
    band(99, 100, { network: 0.5, cpu_service: 0.25, cpu_wait: 0.75 }),
  ]
  expect(tailDifferences(bands)).toEqual([
    { name: 'Wait for a core', quick: 0, slow: 0.75, more: 0.75, share: 0.75 },
    { name: 'Network', quick: 0.25, slow: 0.5, more: 0.25, share: 0.25 },
    { name: 'On a core', quick: 0.25, slow: 0.25, more: 0, share: 0 },
  ])
})

it('has nothing to say without bands, and no share where all take the same time', () => {
  expect(tailDifferences([])).toEqual([])
  expect(tailDifferences([band(0, 50, { network: 1 }), band(50, 100, { network: 1 })])).toMatchObject([
    { more: 0, share: undefined },
  ])
})

it('leaves out phases that nobody was in', () => {
  expect(
    phasesInUse([
      { ...none, io_db: 1 },
      { ...none, network: 1 },
    ]).map(({ phase }) => phase),
  ).toEqual(['network', 'io_db'])
})
