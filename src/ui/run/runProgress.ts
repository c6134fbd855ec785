import { formatClock, formatCompact } from '../../base/format'
import type { RunPhase } from '../../store/contracts'

export type UnderWay = Extract<RunPhase, { readonly phase: 'running' | 'paused' }>

/** How far a run has come. */
export interface RunProgress {
  /** Whole percent of the simulated time, 0…99: a run that goes on is never complete. */
  readonly percent: number
  /** The same in words: "42 %, 252 s of 600 s". */
  readonly text: string
  /** Speed and time left; empty while they cannot be told. */
  readonly pace: string
}

export function runProgress({ phase, view, eventsPerSecond, secondsLeft }: UnderWay): RunProgress {
  if (view === undefined) return { percent: 0, text: 'Starting', pace: '' }
  const percent = Math.min(99, Math.max(0, Math.floor((100 * view.simulatedSeconds) / view.horizon)))
  const speed = eventsPerSecond === undefined ? [] : [`${formatCompact(eventsPerSecond)} events/s`]
  const left = secondsLeft === undefined ? [] : [`${formatClock(Math.max(1, Math.round(secondsLeft)))} left`]
  return {
    percent,
    text: `${percent} %, ${formatClock(view.simulatedSeconds, view.horizon)} of ${formatClock(view.horizon)}`,
    pace: phase === 'paused' ? 'paused' : [...speed, ...left].join(', '),
  }
}
