import { type ComponentType, useMemo } from 'react'
import { startOf } from '../../engine/intervals'
import type { GaugeName, RunView } from '../../engine/runResult'
import { chartLines, type NamedSeries } from '../charts/chartLines'
import { percentileSeries } from '../charts/latencyCells'
import { AnatomyCard } from './AnatomyCard'
import { CumulativeChartCard } from './CumulativeChartCard'
import { EdgeTable } from './EdgeTable'
import { HeatMapCard } from './HeatMapCard'
import { LatencyChartCard } from './LatencyChartCard'
import { noLatencyText } from './latencyFigures'
import { usePanel } from './PanelContext'
import { phaseLayers } from './phases'
import {
  burnRateSeries,
  counterSeries,
  failureSeries,
  gaugeOf,
  gaugeSeries,
  inSystemSeries,
  meanSeries,
  rateSeries,
} from './runSeries'
import { ServerTable } from './ServerTable'
import { StackChartCard } from './StackChartCard'
import type { ShownRun } from './shownRun'
import { type LineLimit, TimeChartCard, type TimeChartContent } from './TimeChartCard'
import { UseTable } from './UseTable'
import { WaterfallCard } from './WaterfallCard'

/** Questions that a dashboard answers. */
export const dashboards = [
  { value: 'overview', label: 'Overview' },
  { value: 'latency', label: 'Latency' },
  { value: 'servers', label: 'Servers' },
  { value: 'network', label: 'Network' },
  { value: 'requests', label: 'Requests' },
] as const
export type DashboardId = (typeof dashboards)[number]['value']

/** A chart, or a table, that can stand on any dashboard. */
export interface Panel {
  /** Kept with drafts and links: never another one's. */
  readonly id: string
  readonly title: string
  /** Whether a run has anything of it; without that it is on no dashboard that comes so. */
  readonly isRelevant?: (run: ShownRun) => boolean
  readonly Card: ComponentType
}

export const panels: readonly Panel[] = [
  linesPanel('rate', 'Requests per second', (run) => ({
    unit: 'requests/s',
    description: 'Requests generated, requests whose answer reached the client, and requests that failed, per second.',
    series: rateSeries(run.view),
  })),
  linesPanel('percentiles', 'Latency percentiles', (run) => ({
    unit: 's',
    description: 'p50, p95 and p99 of the requests that completed in each interval, within 0.3 %.',
    series: percentileSeries(run.view.intervals, [50, 95, 99]),
    hasMeans: false,
    empty: run.view.summary.requests.completed === 0 ? noLatencyText() : undefined,
  })),
  { id: 'latency-histogram', title: 'Latency distribution', Card: LatencyChartCard },
  linesPanel('in-flight', 'In flight', (run) => ({
    unit: 'requests',
    description: 'Requests in the system: generated, and neither answered nor lost.',
    series: inSystemSeries(run.view),
  })),
  {
    ...linesPanel('burn-rate', 'Burn rate of error budgets', ({ view }) => ({
      unit: '× budget',
      description: 'How fast objectives spend their error budgets, in each interval; above 1, faster than they may.',
      series: burnRateSeries(view),
      hasMeans: false,
      limits: view.intervals.objectives.map(({ id }) => ({ line: id, label: 'all of the budget', value: 1 })),
      empty: view.intervals.objectives.length === 0 ? 'The scenario states no objectives (slos).' : undefined,
    })),
    isRelevant: ({ view }) => view.intervals.objectives.length > 0,
  },
  { id: 'phases', title: 'Where the time goes', Card: PhasesOverTime },
  { id: 'latency-cumulative', title: 'Latency, cumulative', Card: CumulativeChartCard },
  { id: 'latency-heat-map', title: 'Latency over time', Card: HeatMapCard },
  { id: 'anatomy', title: 'Latency anatomy', Card: AnatomyCard },
  { id: 'server-table', title: 'Servers', Card: ServerTable },
  { id: 'resources', title: 'Resources', Card: UseTable },
  gaugePanel('ready-queue', 'ready_queue_len'),
  linesPanel('cpu-utilisation', gaugeOf('cpu_utilization').caption, ({ view }) => ({
    unit: '0…1',
    description: 'Share of the CPU cores that requests hold, on average in each interval.',
    series: meanSeries(view, 'cpu_utilization'),
    hasMeans: false,
  })),
  gaugePanel('cpu', 'cpu_in_use', coreLimits),
  gaugePanel('ram-queue', 'ram_queue_len'),
  gaugePanel('ram', 'ram_in_use', ramLimits),
  gaugePanel('io', 'event_loop_io_sleep'),
  gaugePanel('db-queue', 'db_pool_pending', undefined, hasPool),
  gaugePanel('db-pool', 'db_pool_in_use', poolLimits, hasPool),
  gaugePanel('server-in-flight', 'inflight'),
  gaugePanel('edges', 'edge_concurrent_connection'),
  counterPanel('edge-losses', 'Lost on edges', 'Requests lost on each edge, per second.', 'lost'),
  counterPanel(
    'edge-traffic',
    'Sent over edges',
    'Requests sent over each edge, per second, lost ones included.',
    'sent',
  ),
  { id: 'edge-table', title: 'Edges', Card: EdgeTable },
  counterPanel('arrivals', 'Arrivals at servers', 'Requests that reached each server, per second.', 'arrivals'),
  { id: 'waterfall', title: 'Single requests', Card: WaterfallCard },
  linesPanel('failures', 'Failed requests', (run) => ({
    unit: 'requests/s',
    description: 'Requests lost on an edge, and requests for which no server was up, per second.',
    series: failureSeries(run.view),
  })),
]

/** What each dashboard comes with. */
export const asItComes: Readonly<Record<DashboardId, readonly string[]>> = {
  overview: ['rate', 'latency-histogram', 'percentiles', 'in-flight', 'ready-queue', 'phases', 'burn-rate'],
  latency: ['latency-histogram', 'latency-cumulative', 'latency-heat-map', 'percentiles', 'phases', 'anatomy'],
  servers: [
    'server-table',
    'resources',
    'ready-queue',
    'cpu-utilisation',
    'ram-queue',
    'ram',
    'io',
    'db-queue',
    'db-pool',
    'server-in-flight',
  ],
  network: ['edge-table', 'edges', 'edge-traffic', 'edge-losses'],
  requests: ['rate', 'in-flight', 'failures', 'arrivals', 'waterfall'],
}

export function panelOf(id: string): Panel | undefined {
  return panels.find((panel) => panel.id === id)
}

type Lines = Pick<TimeChartContent, 'unit' | 'description' | 'limits' | 'hasMeans' | 'empty'> & {
  readonly series: readonly NamedSeries[]
}

function linesPanel(id: string, title: string, linesOf: (run: ShownRun) => Lines): Panel {
  function Card() {
    const { run } = usePanel()
    const content = useMemo(() => {
      const { series, ...rest } = linesOf(run)
      return { title, ...rest, lines: chartLines(series) }
    }, [run])
    return <TimeChartCard content={content} />
  }
  return { id, title, Card }
}

function gaugePanel(
  id: string,
  metric: GaugeName,
  limitsOf: (run: ShownRun) => LineLimit[] = noLimits,
  isRelevant: (run: ShownRun) => boolean = always,
): Panel {
  const { caption, unit, description } = gaugeOf(metric)
  const panel = linesPanel(id, caption, (run) => ({
    unit,
    description,
    series: gaugeSeries(run.view, metric),
    limits: limitsOf(run),
  }))
  return { ...panel, isRelevant }
}

function counterPanel(id: string, title: string, description: string, name: 'arrivals' | 'sent' | 'lost'): Panel {
  return linesPanel(id, title, (run) => ({ unit: 'requests/s', description, series: counterSeries(run.view, name) }))
}

function PhasesOverTime() {
  const { view } = usePanel().run
  const content = useMemo(() => {
    const rows = phaseRows(view)
    const layers = phaseLayers.filter(({ index }) => rows.some(({ parts }) => (parts?.[index] ?? 0) > 0))
    return {
      title: 'Where the time goes',
      unit: 's' as const,
      description: 'Mean time of the requests completed in each interval, by what they did or waited for.',
      layers,
      rows: rows.map(({ time, parts }) => ({ time, parts: parts && layers.map(({ index }) => parts[index] ?? 0) })),
      empty: layers.length === 0 ? noLatencyText() : undefined,
    }
  }, [view])
  return <StackChartCard content={content} />
}

/** Mean seconds per completed request and phase, at the middle of each interval. */
function phaseRows({ intervals }: RunView) {
  const phases = phaseLayers.length
  return Array.from(intervals.ends, (end, i) => {
    const completed = intervals.completed[i] as number
    const times = intervals.phases.subarray(i * phases, (i + 1) * phases)
    const parts = completed > 0 ? Array.from(times, (time) => time / completed) : undefined
    return { time: (startOf(intervals, i) + end) / 2, parts }
  })
}

function noLimits(): LineLimit[] {
  return []
}

function always(): boolean {
  return true
}

function serversOf({ scenario }: ShownRun) {
  return scenario?.topology_graph.nodes.servers ?? []
}

function hasPool(run: ShownRun): boolean {
  return serversOf(run).some(({ server_resources }) => typeof server_resources.db_connection_pool === 'number')
}

function ramLimits(run: ShownRun): LineLimit[] {
  return serversOf(run).map(({ id, server_resources: { ram_mb } }) => limit(id, ram_mb, 'MB'))
}

function coreLimits(run: ShownRun): LineLimit[] {
  return serversOf(run).map(({ id, server_resources: { cpu_cores } }) => limit(id, cpu_cores, 'cores'))
}

function poolLimits(run: ShownRun): LineLimit[] {
  return serversOf(run).flatMap(({ id, server_resources: { db_connection_pool } }) =>
    typeof db_connection_pool === 'number' ? [limit(id, db_connection_pool, 'connections')] : [],
  )
}

function limit(line: string, value: number, unit: string): LineLimit {
  return { line, label: `capacity ${value} ${unit}`, value }
}
