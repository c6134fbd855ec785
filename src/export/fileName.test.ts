import fc from 'fast-check'
import { expect, it } from 'vitest'
import { runFileName, scenarioFileName } from './fileName'

const identity = { appVersion: '0.1.0', scenarioName: 'Two servers', scenarioHash: '', seed: 42, replication: 0 }

it('names scenario, seed and content', () => {
  expect(runFileName(identity, 'summary', 'csv')).toBe('Two-servers_seed-42_summary.csv')
  expect(runFileName({ ...identity, replication: 3 }, 'run', 'json')).toBe('Two-servers_seed-42_r3_run.json')
  expect(scenarioFileName('Café au lait / v1.2')).toBe('Cafe-au-lait-v1.2.yaml')
})

it('calls a scenario without a usable name just "scenario"', () => {
  expect(scenarioFileName('…')).toBe('scenario.yaml')
  expect(scenarioFileName('../../')).toBe('scenario.yaml')
})

it('stays within the safe characters and 80 of them, whatever the name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat({ max: 0xffffffff }), (scenarioName, seed) => {
      const name = runFileName({ ...identity, scenarioName, seed }, 'time-series', 'csv')
      expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]{1,79}$/)
      expect(name.endsWith(`_seed-${seed}_time-series.csv`)).toBe(true)
    }),
  )
})
