import { formatClock } from '../../base/format'
import type { Scenario } from '../../catalog/specs'
import type { InjectedEvent, RunView } from '../../engine/runResult'
import type { RunState } from '../../store/contracts'

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
}

/** The run in progress as soon as there is something to see of it, else the newest result; undefined before the first. */
export function shownRun({
  state,
  lastRun,
  shownScenario,
}: Pick<RunState, 'state' | 'lastRun' | 'shownScenario'>): ShownRun | undefined {
  if ((state.phase === 'running' || state.phase === 'paused') && state.view !== undefined)
    return liveRun(state.view, state.seed, shownScenario)
  if (lastRun === undefined) return undefined
  const { result, scenario } = lastRun
  const scope = result.complete ? 'whole run' : `until cancelled at ${formatClock(result.simulatedSeconds)}`
  const { seed } = result.identity
  return { view: result, scope, live: false, seed, injectedEvents: result.injectedEvents, scenario }
}

function liveRun(view: RunView, seed: number, scenario: Scenario | undefined): ShownRun {
  return { view, scope: 'so far', live: true, seed, injectedEvents: injectedEventsOf(scenario), scenario }
}

function injectedEventsOf(scenario: Scenario | undefined): InjectedEvent[] {
  return (scenario?.events ?? []).map(({ event_id, target_id, start, end }) => ({
    id: event_id,
    kind: start.kind === 'server_down' ? 'server_outage' : 'network_spike',
    target: target_id,
    start: start.t_start,
    end: end.t_end,
    ...(start.spike_s ? { spike: start.spike_s } : {}),
  }))
}
