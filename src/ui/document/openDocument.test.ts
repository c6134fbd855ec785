import { describe, expect, it } from 'vitest'
import { documentForTest, parseForTest } from '../../../tests/fixtures/document'
import { ensureExists } from '../../base/assert'
import { examples } from '../../examples'
import { createCheckStore } from '../../store/checkStore'
import { createRunStore } from '../../store/runStore'
import { createScenarioStore, documentOf } from '../../store/scenarioStore'
import { createViewStore } from '../../store/viewStore'
import { openDocument } from './openDocument'

function createStores(text: string) {
  const scenario = createScenarioStore({ document: documentForTest(text), parse: parseForTest })
  const run = () => {
    throw new Error('nothing may run')
  }
  return { scenario, view: createViewStore(), run: createRunStore({ scenario, run }), check: createCheckStore(run) }
}

describe('opening a document', () => {
  it('offers the way back to the former one, byte by byte', () => {
    const stores = createStores('mine\r\n')
    const mine = documentOf(stores.scenario.getState())
    openDocument(stores, { ...documentForTest('theirs'), name: 'Theirs' })
    expect(stores.scenario.getState()).toMatchObject({ name: 'Theirs', text: 'theirs' })
    stores.view.getState().notice?.action?.perform()
    expect(documentOf(stores.scenario.getState())).toEqual(mine)
    expect(stores.scenario.getState().undoLabel).toBeUndefined()
  })

  it('stops offering the way back once it was taken by undo', () => {
    const stores = createStores('mine')
    openDocument(stores, documentForTest('theirs'))
    stores.scenario.getState().undo()
    expect(stores.view.getState().notice).toBeUndefined()
  })

  it('keeps what was changed since, if the way back is taken later', () => {
    const stores = createStores('mine')
    openDocument(stores, documentForTest('theirs'))
    const { action } = stores.view.getState().notice ?? {}
    stores.scenario.getState().setText('theirs, changed', 'editor')
    action?.perform()
    expect(stores.scenario.getState().text).toBe('mine')
    stores.scenario.getState().undo()
    expect(stores.scenario.getState().text).toBe('theirs, changed')
  })

  it('offers no way back to an example as it came', () => {
    const example = ensureExists(examples[0], 'first example')
    const stores = createStores(example.text)
    stores.scenario.getState().rename(example.title)
    openDocument(stores, { ...documentForTest('theirs'), name: 'Theirs' })
    expect(stores.view.getState().notice).toMatchObject({ message: 'Opened “Theirs”.' })
    expect(stores.view.getState().notice?.action).toBeUndefined()
    stores.scenario.getState().undo()
    stores.scenario.getState().setSeed(5)
    openDocument(stores, documentForTest('theirs'))
    expect(stores.view.getState().notice?.action).toBeDefined()
  })

  it('forgets the selection and runs nothing', () => {
    const stores = createStores('mine')
    stores.view.getState().select({ kind: 'server', id: 'mine' }, 'canvas')
    openDocument(stores, documentForTest('theirs'))
    expect(stores.view.getState().selection).toBeUndefined()
    expect(stores.run.getState().state.phase).toBe('idle')
  })
})
