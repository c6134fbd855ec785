import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { version } from '../package.json'
import { scenarioHash } from '../src/scenario/canonical'
import { parseScenario } from '../src/scenario/parse'
import { runCommand } from './fixtures/command'
import { asyncflowText } from './fixtures/scenarioTexts'

test('every line of the command says version, seed and scenario', () => {
  const file = fileURLToPath(new URL('./fixtures/asyncflow/minimal.yml', import.meta.url))
  const { lines, status } = runCommand('simulate', file, '--seed', '7', '--replications', '2')
  expect(status).toBe(0)
  const scenario_sha256 = scenarioHash(parseScenario(asyncflowText('minimal.yml')).scenario!)
  expect(lines.map((line) => JSON.parse(line))).toMatchObject(
    [0, 1].map((replication) => ({ version, seed: 7, replication, scenario_sha256 })),
  )
})
