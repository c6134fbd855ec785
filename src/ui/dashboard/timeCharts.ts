import type { Metric } from '../../base/metric'
import { metricOf, metricsByKind } from '../../catalog/metrics'
import type { Scenario } from '../../catalog/specs'
import type { TimeSeries } from '../../engine/runResult'
import { type ChartLine, chartLines } from './chartLines'

/** A level that belongs to one line, like the RAM of a server. */
export interface LineLimit {
  readonly line: string
  readonly label: string
  readonly value: number
}

/** What one time chart is about. */
export interface TimeChartContent {
  readonly title: string
  readonly unit: string
  readonly description: string
  readonly lines: readonly ChartLine[]
  readonly limits: readonly LineLimit[]
}

/** The time charts of a run in their order: requests per second, then every gauge of servers and edges. */
export function timeCharts(series: readonly TimeSeries[], scenario: Scenario | undefined): TimeChartContent[] {
  return [rates(series), ...metricsByKind.server.map(gauge), ...metricsByKind.network.map(gauge)]

  function gauge(metric: Metric): TimeChartContent {
    const { id, caption, unit, description } = metric
    const lines = chartLines(
      series.filter((one) => one.metric === id),
      ({ component }) => component,
    )
    return { title: caption, unit, description, lines, limits: id === 'ram_in_use' ? ramLimits(scenario) : [] }
  }
}

function rates(series: readonly TimeSeries[]): TimeChartContent {
  const lines = chartLines(
    series.filter(({ metric }) => metric === 'offered' || metric === 'completed'),
    ({ metric }) => metricOf(metric).caption,
  )
  const description = 'Requests generated, and requests whose answer reached the client, in each second.'
  return { title: 'Requests per second', unit: 'requests/s', description, lines, limits: [] }
}

function ramLimits(scenario: Scenario | undefined): LineLimit[] {
  return (scenario?.topology_graph.nodes.servers ?? []).map(({ id, server_resources: { ram_mb } }) => ({
    line: id,
    label: `capacity ${ram_mb} MB`,
    value: ram_mb,
  }))
}
