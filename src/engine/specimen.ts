import type { Scenario, ServerSpec } from '../catalog/specs'
import { RUN_LIMITS } from '../scenario/size/limits'
import { Run } from './run'

const LINK = {
  edge_type: 'network_connection',
  latency: { mean: 0.003, distribution: 'exponential' },
  dropout_rate: 0.01,
} as const

const server = (id: string, db_connection_pool: number | null): ServerSpec => ({
  id,
  type: 'server',
  server_resources: { cpu_cores: 1, ram_mb: 384, db_connection_pool },
  endpoints: [
    {
      endpoint_name: '/',
      steps: [
        { kind: 'initial_parsing', step_operation: { cpu_time: 0.002 } },
        { kind: 'ram', step_operation: { necessary_ram: 128 } },
        { kind: 'io_db', step_operation: { io_waiting_time: 0.01 } },
        { kind: 'io_wait', step_operation: { io_waiting_time: 0.01 } },
      ],
    },
  ],
})

/**
 * Something of what every run is made of: about 9,000 events. Without spikes and outages: where four kinds of stations
 * have had events, V8 makes slower code of the loop than for three, and most scenarios have three.
 */
const SCENARIO: Scenario = {
  rqs_input: {
    id: 'users',
    type: 'generator',
    avg_active_users: { mean: 240, distribution: 'poisson' },
    avg_request_per_minute_per_user: { mean: 20, distribution: 'poisson' },
    user_sampling_window: 20,
  },
  topology_graph: {
    nodes: {
      client: { id: 'client', type: 'client' },
      load_balancer: { id: 'lb', type: 'load_balancer', algorithms: 'round_robin', server_covered: ['a', 'b'] },
      servers: [server('a', 1), server('b', null)],
    },
    edges: [
      { id: 'in', source: 'users', target: 'client', ...LINK },
      { id: 'to', source: 'client', target: 'lb', ...LINK },
      ...['a', 'b'].flatMap((id) => [
        { id: `to-${id}`, source: 'lb', target: id, ...LINK },
        { id: `from-${id}`, source: id, target: 'client', ...LINK },
      ]),
    ],
  },
  sim_settings: {
    total_simulation_time: 16,
    warm_up_s: 0,
    sample_period_s: 0.01,
    enabled_sample_metrics: ['ready_queue_len', 'event_loop_io_sleep', 'ram_in_use', 'edge_concurrent_connection'],
    enabled_event_metrics: ['rqs_clock'],
  },
}

/** So small that it also does what otherwise only a long run does: join points, close the log. */
const LIMITS = { ...RUN_LIMITS, seriesPoints: 8, requests: 500, requestPhases: 250 }

let kept: Run | undefined

/**
 * A small finished run that this thread never lets go; made at the first call [about 0.1 s].
 *
 * V8 compiles for the shapes of the objects that it has seen, and forgets a shape with its last object. Where every run
 * is let go before the next one, that is compiled anew and takes up to four times as long for its first half a million
 * events. One run that stays prevents it (docs/performance.md). Whoever is going to run scenarios in a thread calls this
 * beforehand.
 */
export function keepSpecimen(): Run {
  if (kept === undefined) {
    kept = new Run({ scenario: SCENARIO, scenarioName: 'specimen', seed: 1, appVersion: '', limits: LIMITS })
    kept.toEnd()
    kept.view(100)
    kept.finish(0)
  }
  return kept
}
