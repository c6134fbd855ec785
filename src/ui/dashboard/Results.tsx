import { useMemo, useState } from 'react'
import type { Metric } from '../../base/metric'
import { type MetricId, metricOf, metricsByKind } from '../../catalog/metrics'
import type { Scenario } from '../../catalog/specs'
import type { InjectedEvent, TimeSeries } from '../../engine/runResult'
import { ChartToolbar } from './ChartToolbar'
import { type ChartLine, chartLines } from './chartLines'
import type { TimeWindow } from './decimate'
import { FigureCards } from './FigureCards'
import { LatencyChartCard } from './LatencyChartCard'
import styles from './Results.module.css'
import type { ShownRun } from './shownRun'
import { TimeChartCard } from './TimeChartCard'

const NO_EVENTS: readonly InjectedEvent[] = []

/** Figures and charts of one run, in progress or finished. All time charts show the same window. */
export function Results({ run }: { readonly run: ShownRun }) {
  const { view, scope, live, injectedEvents, scenario } = run
  const [zoom, setZoom] = useState<TimeWindow>()
  const [eventsShown, setEventsShown] = useState(true)
  const whole = useMemo(() => ({ start: 0, end: view.horizon }), [view.horizon])

  const chart = (metric: Metric, lines: readonly ChartLine[], title = metric.caption) => (
    <TimeChartCard
      key={metric.id}
      title={title}
      unit={metric.unit}
      description={metric.description}
      lines={lines}
      limits={metric.id === 'ram_in_use' ? ramCapacities : undefined}
      window={zoom ?? whole}
      injectedEvents={eventsShown ? injectedEvents : NO_EVENTS}
      live={live}
      onSelectWindow={setZoom}
    />
  )
  const ramCapacities = useMemo(() => ramCapacitiesOf(scenario), [scenario])
  const rates = useMemo(() => linesOf(view.series, ['offered', 'completed'], captionOf), [view.series])
  const gauges = useMemo(
    () =>
      new Map(
        [...metricsByKind.server, ...metricsByKind.network].map(({ id }) => [
          id,
          linesOf(view.series, [id], componentOf),
        ]),
      ),
    [view.series],
  )

  return (
    <div className={styles.results}>
      <FigureCards summary={view.summary} scope={scope} />
      <ChartToolbar run={run} zoom={zoom} onZoom={setZoom} eventsShown={eventsShown} onShowEvents={setEventsShown} />
      <div className={styles.grid}>
        <LatencyChartCard histogram={view.histogram} latency={view.summary.latency} live={live} />
        {chart(metricOf('completed'), rates, 'Requests per second')}
        {[...metricsByKind.server, ...metricsByKind.network].map((metric) =>
          chart(metric, gauges.get(metric.id) ?? []),
        )}
      </div>
    </div>
  )
}

function linesOf(
  series: readonly TimeSeries[],
  metrics: readonly MetricId[],
  nameOf: (series: TimeSeries) => string,
): ChartLine[] {
  return chartLines(
    series.filter(({ metric }) => metrics.includes(metric)),
    nameOf,
  )
}

const captionOf = ({ metric }: TimeSeries) => metricOf(metric).caption
const componentOf = ({ component }: TimeSeries) => component

function ramCapacitiesOf(scenario: Scenario | undefined) {
  return (scenario?.topology_graph.nodes.servers ?? []).map(({ id, server_resources: { ram_mb } }) => ({
    line: id,
    value: ram_mb,
    label: `capacity ${ram_mb} MB`,
  }))
}
