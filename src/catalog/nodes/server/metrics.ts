import type { Metric } from '../../../base/metric'

/** What is measured inside every server. */
export const serverMetrics = [
  {
    id: 'ready_queue_len',
    caption: 'Ready queue',
    description: 'Requests that want a CPU core and have none.',
    unit: 'requests',
    kind: 'gauge',
  },
  {
    id: 'event_loop_io_sleep',
    caption: 'Waiting for I/O',
    description: 'Requests that wait for the answer of a database, a cache or another service.',
    unit: 'requests',
    kind: 'gauge',
  },
  {
    id: 'ram_in_use',
    caption: 'RAM in use',
    description: 'Memory that the requests inside the server hold together.',
    unit: 'MB',
    kind: 'gauge',
  },
] as const satisfies readonly Metric[]
