import { ensureExists } from '../base/assert'
import type { Metric } from '../base/metric'
import { networkLinkMetrics } from './links/network/metrics'
import { arrivalSourceMetrics } from './nodes/arrival-source/metrics'
import { clientMetrics } from './nodes/client/metrics'
import { serverMetrics } from './nodes/server/metrics'

/** Everything that is measured, by the kind of component that it belongs to; one line per kind. */
export const metricsByKind = {
  'arrival-source': arrivalSourceMetrics,
  client: clientMetrics,
  server: serverMetrics,
  network: networkLinkMetrics,
} as const

const metrics = Object.values(metricsByKind).flat()
export type MetricId = (typeof metrics)[number]['id']

/** Names of all metrics, and of those that have a value at every instant. */
export const metricIds = metrics.map(({ id }) => id)
export const gaugeIds = metrics.filter((metric) => metric.kind === 'gauge').map(({ id }) => id)

const metricsById: ReadonlyMap<string, Metric> = new Map(metrics.map((metric) => [metric.id, metric]))

/** Caption, unit and kind of a metric named in a result. */
export function metricOf(id: MetricId): Metric {
  return ensureExists(metricsById.get(id), `metric ${id}`)
}
