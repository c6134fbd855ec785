import type { Metric } from '../../../base/metric'

/** What is measured on every edge. */
export const networkLinkMetrics = [
  {
    id: 'edge_concurrent_connection',
    caption: 'Requests on edges',
    description: 'Requests on their way from one end of the edge to the other.',
    unit: 'requests',
    kind: 'gauge',
  },
] as const satisfies readonly Metric[]
