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
  readonly injectedEvents: readonly InjectedEvent[]
  readonly scenario: Scenario | undefined
}

/** The run in progress as soon as there is something to see of it, else the newest result; undefined before the first. */
export function shownRun({ state, lastRun, shownScenario }: Pick<RunState, 'state' | 'lastRun' | 'shownScenario'>) {
  const underWay = state.phase === 'running' || state.phase === 'paused' ? state.view : undefined
  if (underWay !== undefined) return liveRun(underWay, shownScenario)
  if (lastRun === undefined) return undefined
  const { result, scenario } = lastRun
  const scope = result.complete ? 'whole run' : `until cancelled at ${formatClock(result.simulatedSeconds)}`
  return { view: result, scope, live: false, injectedEvents: result.injectedEvents, scenario } satisfies ShownRun
}

function liveRun(view: RunView, scenario: Scenario | undefined): ShownRun {
  return { view, scope: 'so far', live: true, injectedEvents: injectedEventsOf(scenario), scenario }
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
