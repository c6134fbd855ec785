import { describe, expect, it } from 'vitest'
import { parseForTest, scenarioForTest } from '../../../tests/fixtures/document'
import { syntheticRun } from '../../../tests/fixtures/syntheticRun'
import { shownRun } from './shownRun'
import { isStale } from './stale'

const scenario = scenarioForTest(['srv-1'])
const underWay = { eventsPerSecond: 1, secondsLeft: 1, seed: 7 }

function finished(changes: Parameters<typeof syntheticRun>[0] = {}) {
  return { id: 'run', result: syntheticRun(changes), text: 'srv-1', scenario }
}

describe('what the dashboard shows', () => {
  it('is nothing before the first run and while the first one starts', () => {
    const state = { phase: 'running', view: undefined, ...underWay } as const
    expect(shownRun({ state: { phase: 'idle' }, lastRun: undefined, shownScenario: undefined })).toBeUndefined()
    expect(shownRun({ state, lastRun: undefined, shownScenario: undefined })).toBeUndefined()
  })

  it('is the run in progress as soon as it has something to show, the earlier result until then', () => {
    const lastRun = finished()
    const view = { ...syntheticRun(), simulatedSeconds: 3 }
    const starting = { phase: 'running', view: undefined, ...underWay } as const
    const running = { phase: 'running', view, ...underWay } as const
    expect(shownRun({ state: starting, lastRun, shownScenario: scenario })).toMatchObject({ live: false, seed: 42 })
    expect(shownRun({ state: running, lastRun, shownScenario: scenario })).toMatchObject({
      live: true,
      scope: 'so far',
      seed: 7,
      view: { simulatedSeconds: 3 },
    })
  })

  it('says how much of the run the figures cover', () => {
    const shown = (run: ReturnType<typeof finished>) =>
      shownRun({ state: { phase: 'done', run }, lastRun: run, shownScenario: scenario })?.scope
    expect(shown(finished())).toBe('whole run')
    expect(shown(finished({ end: 'cancelled', simulatedSeconds: 1200 }))).toBe('until cancelled at 20 min')
    expect(shown(finished({ end: 'unstable', simulatedSeconds: 1200 }))).toBe('until it was unstable at 20 min')
  })

  it('is the last picture of a run that broke off', () => {
    const partial = { view: { ...syntheticRun(), simulatedSeconds: 3 }, seed: 7 }
    const failure = { code: 'worker-died', message: '', simulatedSeconds: 3, seed: 7 } as const
    const lastRun = finished()
    expect(shownRun({ state: { phase: 'failed', failure, partial }, lastRun, shownScenario: scenario })).toMatchObject({
      scope: 'until it broke off at 3 s',
      seed: 7,
      finished: undefined,
    })
    const cancelled = { phase: 'cancelled', run: undefined, partial } as const
    expect(shownRun({ state: cancelled, lastRun, shownScenario: scenario })?.scope).toBe('until cancelled at 3 s')
  })
})

describe('results', () => {
  const seedless = { parsed: parseForTest('srv-1'), seed: undefined }
  const results = { scenario, seed: 42 }

  it('are not stale while the scenario says the same, whatever its text looks like', () => {
    expect(isStale(results, seedless)).toBe(false)
    expect(isStale(results, { ...seedless, parsed: parseForTest('  srv-1\n') })).toBe(false)
  })

  it('are stale when the scenario has changed or cannot be read', () => {
    expect(isStale(results, { ...seedless, parsed: parseForTest('srv-1 srv-2') })).toBe(true)
    expect(isStale(results, { ...seedless, parsed: parseForTest('srv-1 broken') })).toBe(true)
  })

  it('are stale when another seed is asked for, not when a fresh one is', () => {
    expect(isStale(results, { ...seedless, seed: 42 })).toBe(false)
    expect(isStale(results, { ...seedless, seed: 43 })).toBe(true)
  })
})
