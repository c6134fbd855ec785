import { describe, expect, it } from 'vitest'
import { syntheticRun } from '../../../tests/fixtures/syntheticRun'
import { runProgress, type UnderWay } from './runProgress'

function at(simulatedSeconds: number, changes: Partial<UnderWay> = {}) {
  const view = { ...syntheticRun(), horizon: 600, simulatedSeconds }
  return runProgress({
    phase: 'running',
    view,
    eventsPerSecond: 2_790_000,
    secondsLeft: undefined,
    seed: 1,
    ...changes,
  })
}

describe('progress', () => {
  it('starts at zero before the first picture', () => {
    const starting = {
      phase: 'running',
      view: undefined,
      eventsPerSecond: undefined,
      secondsLeft: undefined,
      seed: 1,
    } as const
    expect(runProgress(starting)).toEqual({ percent: 0, text: 'Starting', pace: '' })
  })

  it('tells simulated time, speed and time left', () => {
    expect(at(252, { secondsLeft: 3.2 })).toEqual({
      percent: 42,
      text: '42 %, 4.2 min of 10 min',
      pace: '2.79 M events/s, 3 s left',
    })
  })

  it('says no time left until it can be told', () => {
    expect(at(252).pace).toBe('2.79 M events/s')
  })

  it('says no speed of computing while a pace is set', () => {
    expect(at(252, { eventsPerSecond: undefined, secondsLeft: 12 }).pace).toBe('12 s left')
    expect(at(252, { eventsPerSecond: undefined }).pace).toBe('')
  })

  it('is complete only at the end: a run that goes on has at most 99 percent', () => {
    expect(at(599.999).percent).toBe(99)
    expect(at(600).percent).toBe(99)
  })

  it('shows no speed while paused', () => {
    expect(at(300, { phase: 'paused', secondsLeft: 5 }).pace).toBe('paused')
  })
})
