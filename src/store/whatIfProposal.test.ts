import { expect, it } from 'vitest'
import { BASE, changed } from '../../tests/fixtures/scenarioTexts'
import { parseScenario } from '../scenario/parse'
import { estimateRun } from '../scenario/size/estimate'
import { proposalFor } from './whatIfProposal'

const QUIET = BASE.slice(0, BASE.indexOf('events:'))
const RAM = ['topology_graph', 'nodes', 'servers', 0, 'server_resources', 'ram_mb']

/** Nine variants of a text that take so long each [s]. */
function nine(wallSeconds: number, text = QUIET) {
  const scenario = parseScenario(text).scenario!
  const estimate = { ...estimateRun(scenario), wallSeconds }
  return Array.from({ length: 9 }, (_, value) => ({
    ok: true as const,
    value,
    scenario,
    hash: String(value),
    estimate,
  }))
}

it('asks only where it takes more than 30 s on the Workers that there are', () => {
  expect(proposalFor(nine(6), RAM, 2)).toBeUndefined()
  expect(proposalFor(nine(7), RAM, 2)?.wallSeconds).toBeCloseTo(31.5, 9)
  expect(proposalFor(nine(7), RAM, 4)).toBeUndefined()
})

it('offers as many values, or as much simulated time, as are done in 30 s', () => {
  expect(proposalFor(nine(10), RAM, 2)).toMatchObject({ fewerSteps: 6, shorterHorizon: 66 })
  expect(proposalFor(nine(40), RAM, 2)).toMatchObject({ fewerSteps: undefined, shorterHorizon: 16 })
})

it('takes a run that will be unstable for as long as it lasts, not for its horizon', () => {
  const lasting = nine(10).map((variant) => ({ ...variant, estimate: { ...variant.estimate, seconds: 50 } }))
  expect(proposalFor(lasting, RAM, 2)?.shorterHorizon).toBe(33)
})

it('offers no shorter time where that would be another question', () => {
  const horizonOf = (text: string, path: readonly (string | number)[] = RAM) =>
    proposalFor(nine(10, text), path, 2)?.shorterHorizon
  expect(horizonOf(BASE)).toBeUndefined()
  expect(horizonOf(QUIET, ['sim_settings', 'total_simulation_time'])).toBeUndefined()
  expect(horizonOf(changed(QUIET, ['time: 100', 'time: 100\n  warm_up_s: 50']))).toBeUndefined()
  expect(horizonOf(changed(QUIET, ['time: 100', 'time: 100\n  warm_up_s: 20']))).toBe(66)
  expect(horizonOf(changed(QUIET, ['time: 100', 'time: 6']))).toBeUndefined()
})
