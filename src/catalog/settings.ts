import { type Static, Type } from 'typebox'
import { notes, numberOr } from './fields'

/** Gauges that are sampled unless a scenario says otherwise. */
export const defaultSampledMetrics = [
  'ready_queue_len',
  'event_loop_io_sleep',
  'ram_in_use',
  'edge_concurrent_connection',
] as const

/** Gauges whose sampled series a scenario can ask for. */
export const sampledMetricNames = [
  ...defaultSampledMetrics,
  'ram_queue_len',
  'cpu_in_use',
  'cpu_utilization',
  'inflight',
  'db_pool_in_use',
  'db_pool_pending',
] as const
export type SampledMetricName = (typeof sampledMetricNames)[number]

/** How long to simulate, from when on to measure, what to sample, which seed. */
export const settingsSpec = Type.Object(
  {
    total_simulation_time: Type.Integer({
      ...notes({ title: 'simulated time', description: 'Length of the run in simulated time.', unit: 's' }),
      minimum: 5,
      maximum: 100_000_000,
      default: 3600,
    }),
    warm_up_s: numberOr(['auto'], {
      ...notes({
        title: 'warm-up',
        description:
          'Time at the beginning that is left out of all figures but the counts of requests. auto: until the number of requests in the system has settled (MSER-5), found by running twice.',
        unit: 's',
      }),
      minimum: 0,
      default: 0,
    }),
    sample_period_s: Type.Number({
      ...notes({ title: 'sample period', description: 'Distance between two samples of a gauge.', unit: 's' }),
      minimum: 0.001,
      maximum: 0.1,
      default: 0.01,
    }),
    seed: Type.Optional(
      Type.Integer({
        ...notes({
          title: 'seed',
          description:
            'Start of all random draws. The same seed gives the same run; a fresh one is drawn when left out.',
        }),
        minimum: 0,
        maximum: 4_294_967_295,
      }),
    ),
    enabled_sample_metrics: Type.Array(
      Type.Enum([...sampledMetricNames], { ...notes({ title: 'metric', description: 'Gauge to sample.' }) }),
      {
        ...notes({ title: 'sampled metrics', description: 'Gauges that are sampled as time series.' }),
        default: [...defaultSampledMetrics],
      },
    ),
    enabled_event_metrics: Type.Array(
      Type.Enum(['rqs_clock', 'llm_cost'], {
        ...notes({ title: 'metric', description: 'Metric recorded per event.' }),
      }),
      {
        ...notes({
          title: 'event metrics',
          description: 'Metrics recorded per event. Start and finish of every request are always recorded.',
        }),
        default: ['rqs_clock'],
      },
    ),
  },
  { title: 'Simulation settings', description: 'How long to simulate and what to record.' },
)
export type SettingsSpec = Static<typeof settingsSpec>
