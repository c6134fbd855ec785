import { expect, it, vi } from 'vitest'
import { documentForTest, parseForTest } from '../../../tests/fixtures/document'
import { syntheticRun } from '../../../tests/fixtures/syntheticRun'
import { runFileParts } from '../../export/runFile'
import { createMemoryRunDatabase } from '../../store/keptRunsDatabase'
import { createKeptRunsStore } from '../../store/keptRunsStore'
import { createRunStore } from '../../store/runStore'
import { createScenarioStore } from '../../store/scenarioStore'
import { createViewStore } from '../../store/viewStore'
import { openFile } from './openFile'

function createStores() {
  const scenario = createScenarioStore({ document: documentForTest('mine'), parse: parseForTest })
  const endless = { end: new Promise<never>(() => {}), pause() {}, resume() {}, setPace() {}, cancel() {} }
  return {
    scenario,
    view: createViewStore(),
    run: createRunStore({ scenario, run: () => endless }),
    runs: createKeptRunsStore({ database: createMemoryRunDatabase(), parse: parseForTest }),
  }
}

function runFile(seed: number): File {
  const { identity } = syntheticRun()
  const result = syntheticRun({ identity: { ...identity, seed } })
  return new File([...runFileParts({ scenarioText: 'theirs', result })], 'run.json')
}

it('says that a run has to wait while another one is under way, and leaves the scenario alone', async () => {
  const stores = createStores()
  stores.run.getState().start()
  await openFile(stores, runFile(1))
  expect(stores.view.getState().notice?.message).toMatch(/^A run is under way\./)
  expect(stores.scenario.getState().text).toBe('mine')
  expect(stores.runs.getState().runs).toEqual([])
})

it('shows a run again that is kept already, and keeps it once', async () => {
  const stores = createStores()
  const kept = () => stores.runs.getState().runs
  for (const seed of [1, 2]) {
    await openFile(stores, runFile(seed))
    await vi.waitFor(() => expect(kept()).toHaveLength(seed))
  }
  const [first] = kept().filter(({ seed }) => seed === 1)
  await openFile(stores, runFile(1))
  expect(stores.run.getState().lastRun?.id).toBe(first?.id)
  expect(kept()).toHaveLength(2)
})
