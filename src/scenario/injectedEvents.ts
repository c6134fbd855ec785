import { injectionKinds } from '../catalog/injections/kinds'
import type { InjectionSpec, Scenario } from '../catalog/specs'

/** An injected event as charts show it. */
export interface InjectedEvent {
  readonly id: string
  readonly kind: 'server_outage' | 'network_spike'
  readonly target: string
  /** [s] */
  readonly start: number
  /** [s] */
  readonly end: number
  /** Added latency of a spike [s]. */
  readonly spike?: number
}

/** The injected events of a scenario, in the order of the text. */
export function injectedEvents({ events }: Pick<Scenario, 'events'>): InjectedEvent[] {
  return (events ?? []).map((spec) => ({
    id: spec.event_id,
    kind: injectionKindOf(spec),
    target: spec.target_id,
    start: spec.start.t_start,
    end: spec.end.t_end,
    ...(typeof spec.start.spike_s === 'number' ? { spike: spec.start.spike_s } : {}),
  }))
}

export function injectionKindOf(spec: InjectionSpec): InjectedEvent['kind'] {
  return spec.start.kind === injectionKinds.server_outage.start ? 'server_outage' : 'network_spike'
}
