import { expect, it } from 'vitest'
import type { RunView } from '../../engine/runResult'
import type { FinishedRun } from '../../store/contracts'
import { titleOf } from './useDocumentTitle'

it('the title says how far the run is and what came out, for whoever looks at another tab', () => {
  const view = { simulatedSeconds: 299.9, horizon: 300 } as RunView
  const running = { view, eventsPerSecond: 1, secondsLeft: 1, seed: 1 }
  const run = { result: { summary: { latency: { p95: 0.0412 } } } } as FinishedRun
  const empty = { result: { summary: { latency: { p95: null } } } } as FinishedRun
  expect(titleOf({ phase: 'idle' }, 'Two servers')).toBe('Two servers – AsyncFlow Studio')
  expect(titleOf({ phase: 'running', ...running }, 'Two servers')).toBe('Running 99 % – Two servers')
  expect(titleOf({ phase: 'paused', ...running, view: undefined }, 'Two servers')).toBe('Paused – Two servers')
  expect(titleOf({ phase: 'done', run }, 'Two servers')).toBe('Done – p95 41.2 ms – Two servers')
  expect(titleOf({ phase: 'done', run: empty }, 'Two servers')).toBe('Done – Two servers')
  expect(titleOf({ phase: 'cancelled', run: undefined }, 'Two servers')).toBe('Cancelled – Two servers')
})
