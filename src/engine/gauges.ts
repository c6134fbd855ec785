/** Names of everything that a run shows of its servers and edges at any time, in the order of results. */
export const gaugeNames = [
  'ready_queue_len',
  'event_loop_io_sleep',
  'ram_in_use',
  'ram_queue_len',
  'cpu_in_use',
  'db_pool_pending',
  'db_pool_in_use',
  'inflight',
  'cpu_utilization',
  'edge_concurrent_connection',
] as const
export type GaugeName = (typeof gaugeNames)[number]

/** A gauge of a component, under the name that the scenario language gives it. */
export interface NamedGauge {
  readonly component: string
  readonly metric: GaugeName
  readonly gauge: number
  /** What the gauge's values are multiplied by. */
  readonly scale: number
}
