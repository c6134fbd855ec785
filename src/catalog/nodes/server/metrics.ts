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
  {
    id: 'ram_queue_len',
    caption: 'Waiting for RAM',
    description: 'Requests that want memory and have none yet.',
    unit: 'requests',
    kind: 'gauge',
  },
  {
    id: 'cpu_in_use',
    caption: 'Cores in use',
    description: 'CPU cores that requests hold.',
    unit: 'cores',
    kind: 'gauge',
  },
  {
    id: 'cpu_utilization',
    caption: 'CPU utilisation',
    description: 'Share of the CPU cores that requests hold.',
    unit: '0…1',
    kind: 'gauge',
  },
  {
    id: 'inflight',
    caption: 'In the server',
    description: 'Requests that have arrived and are not yet answered, whatever they do or wait for.',
    unit: 'requests',
    kind: 'gauge',
  },
  {
    id: 'db_pool_in_use',
    caption: 'DB connections in use',
    description: 'Database connections that requests hold; without a pool every call has one of its own.',
    unit: 'connections',
    kind: 'gauge',
  },
  {
    id: 'db_pool_pending',
    caption: 'Waiting for a DB connection',
    description: 'Requests that want a connection of the pool and have none; none without a pool.',
    unit: 'requests',
    kind: 'gauge',
  },
] as const satisfies readonly Metric[]
