import type { Metric } from '../../../base/metric'

/** What is measured where requests are made. */
export const arrivalSourceMetrics = [
  {
    id: 'offered',
    caption: 'Offered',
    description: 'Requests generated in each second.',
    unit: 'requests/s',
    kind: 'counter',
  },
] as const satisfies readonly Metric[]
