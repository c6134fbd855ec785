import { type Static, Type } from 'typebox'
import { notes } from './fields'

/** Gauges whose sampled series a scenario can ask for. */
export const sampledMetricNames = [
  'ready_queue_len',
  'event_loop_io_sleep',
  'ram_in_use',
  'edge_concurrent_connection',
] as const
export type SampledMetricName = (typeof sampledMetricNames)[number]

/** How long to simulate, what to sample, which seed. */
export const settingsSpec = Type.Object(
  {
    total_simulation_time: Type.Integer({
      ...notes({ title: 'simulated time', description: 'Length of the run in simulated time.', unit: 's' }),
      minimum: 5,
      maximum: 100_000_000,
      default: 3600,
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
        default: [...sampledMetricNames],
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
