import { formatClock } from '../../base/format'
import type { Scenario } from '../../catalog/specs'
import type { RunResult, RunView } from '../../engine/runResult'
import { type InjectedEvent, injectedEvents } from '../../scenario/injectedEvents'
import type { FinishedRun, PartialRun, RunState } from '../../store/contracts'

/** What the dashboard shows at this moment. */
export interface ShownRun {
  readonly view: RunView
  /** Which part of the run the figures cover, in words. */
  readonly scope: string
  /** True while the figures still change. */
  readonly live: boolean
  readonly seed: number
  readonly injectedEvents: readonly InjectedEvent[]
  readonly scenario: Scenario | undefined
  /** The result itself; undefined while the run goes on, and for the rest of one that broke off. */
  readonly finished: FinishedRun | undefined
}

/** The run in progress as soon as there is something to see of it, else the newest; undefined before the first. */
export function shownRun(run: Pick<RunState, 'state' | 'lastRun' | 'shownScenario'>): ShownRun | undefined {
  const { state, lastRun, shownScenario } = run
  switch (state.phase) {
    case 'running':
    case 'paused':
      if (state.view === undefined) break
      return { ...picture({ view: state.view, seed: state.seed }, shownScenario), scope: 'so far', live: true }
    case 'cancelled':
      if (state.partial === undefined) break
      return { ...picture(state.partial, shownScenario), scope: cancelledAt(state.partial.view), live: false }
    case 'failed':
      if (state.partial === undefined) break
      return { ...picture(state.partial, shownScenario), scope: brokenOffAt(state.partial.view), live: false }
  }
  return lastRun && finishedRun(lastRun)
}

function finishedRun(finished: FinishedRun): ShownRun {
  const { result, scenario } = finished
  const scope = scopeOf(result)
  const { seed } = result.identity
  return { view: result, scope, live: false, seed, injectedEvents: result.injectedEvents, scenario, finished }
}

function picture({ view, seed }: PartialRun, scenario: Scenario | undefined) {
  return { view, seed, injectedEvents: scenario ? injectedEvents(scenario) : [], scenario, finished: undefined }
}

function scopeOf(result: RunResult): string {
  switch (result.end) {
    case 'horizon':
      return 'whole run'
    case 'cancelled':
      return cancelledAt(result)
    case 'unstable':
      return `until it was unstable at ${formatClock(result.simulatedSeconds)}`
  }
}

function cancelledAt({ simulatedSeconds }: RunView): string {
  return `until cancelled at ${formatClock(simulatedSeconds)}`
}

function brokenOffAt({ simulatedSeconds }: RunView): string {
  return `until it broke off at ${formatClock(simulatedSeconds)}`
}
