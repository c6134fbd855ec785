import type { Metric } from '../../../base/metric'

/** What is measured where answers arrive. */
export const clientMetrics = [
  {
    id: 'completed',
    caption: 'Completed',
    description: 'Requests whose answer reached the client in each second.',
    unit: 'requests/s',
    kind: 'counter',
  },
] as const satisfies readonly Metric[]
