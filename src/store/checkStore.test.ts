import { expect, test } from 'vitest'
import type { CheckEvent } from '../validation/checkSimulator'
import type { ModelReport } from '../validation/theoryModel'
import type { CheckEnd } from '../worker/checkProtocol'
import { createCheckStore } from './checkStore'

/** A check that a test drives by hand. */
function controlledCheck() {
  const started: { tell: (event: CheckEvent) => void; end: (end: CheckEnd) => Promise<void> }[] = []
  const store = createCheckStore((tell) => {
    let resolve: (end: CheckEnd) => void = () => {}
    const promise = new Promise<CheckEnd>((settle) => {
      resolve = settle
    })
    const end = async (checkEnd: CheckEnd) => {
      resolve(checkEnd)
      await promise
    }
    started.push({ tell, end })
    return { cancel: () => resolve({ phase: 'cancelled' }), end: promise }
  })
  return { store, started }
}

const model = (id: string) => ({ id }) as ModelReport

test('a check collects what it is told, and ends', async () => {
  const { store, started } = controlledCheck()
  store.getState().start()
  expect(store.getState().state.phase).toBe('running')
  started[0]!.tell({ kind: 'progress', runsDone: 3, runs: 9 })
  started[0]!.tell({ kind: 'model', report: model('a') })
  started[0]!.tell({ kind: 'model', report: model('b') })
  expect(store.getState()).toMatchObject({ runsDone: 3, runs: 9, models: [{ id: 'a' }, { id: 'b' }] })
  await started[0]!.end({ phase: 'done' })
  expect(store.getState().state).toEqual({ phase: 'done' })
})

test('one check at a time; the next one begins with nothing', async () => {
  const { store, started } = controlledCheck()
  store.getState().start()
  store.getState().start()
  expect(started.length).toBe(1)
  started[0]!.tell({ kind: 'model', report: model('a') })
  await started[0]!.end({ phase: 'failed', message: 'no memory' })
  expect(store.getState().state).toEqual({ phase: 'failed', message: 'no memory' })
  store.getState().start()
  expect(started.length).toBe(2)
  expect(store.getState()).toMatchObject({ state: { phase: 'running' }, models: [], runsDone: 0 })
})

test('a cancelled check keeps what it has found', async () => {
  const { store, started } = controlledCheck()
  store.getState().start()
  started[0]!.tell({ kind: 'model', report: model('a') })
  store.getState().cancel()
  await Promise.resolve()
  expect(store.getState()).toMatchObject({ state: { phase: 'cancelled' }, models: [{ id: 'a' }] })
})
