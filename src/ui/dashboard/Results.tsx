import { useMemo, useState } from 'react'
import type { InjectedEvent } from '../../scenario/injectedEvents'
import { ChartToolbar } from './ChartToolbar'
import type { TimeWindow } from './decimate'
import { FigureCards } from './FigureCards'
import { LatencyChartCard } from './LatencyChartCard'
import styles from './Results.module.css'
import { SanityPanel } from './SanityPanel'
import type { ShownRun } from './shownRun'
import { TimeChartCard } from './TimeChartCard'
import { timeCharts } from './timeCharts'

export { warmUpCharts } from './warmUp'

const NO_EVENTS: readonly InjectedEvent[] = []

/** Figures and charts of one run, in progress or finished. All time charts show the same window. */
export function Results({ run }: { readonly run: ShownRun }) {
  const { view, scope, live, injectedEvents, scenario, finished } = run
  const [zoom, setZoom] = useState<TimeWindow>()
  const [eventsShown, setEventsShown] = useState(true)
  const charts = useMemo(() => timeCharts(view.series, scenario), [view.series, scenario])
  const reached = view.simulatedSeconds || view.horizon
  const whole = useMemo(() => ({ start: 0, end: reached }), [reached])

  return (
    <div className={styles.results}>
      <FigureCards summary={view.summary} scope={scope} />
      {finished && <SanityPanel sanity={finished.result.sanity} />}
      <ChartToolbar
        whole={whole}
        zoom={zoom}
        onZoom={setZoom}
        injectedEvents={injectedEvents}
        eventsShown={eventsShown}
        onShowEvents={setEventsShown}
      />
      <div className={styles.charts}>
        <div className={styles.grid}>
          <LatencyChartCard histogram={view.histogram} latency={view.summary.latency} live={live} />
          {charts.map((content) => (
            <TimeChartCard
              key={content.title}
              content={content}
              window={zoom ?? whole}
              injectedEvents={eventsShown ? injectedEvents : NO_EVENTS}
              live={live}
              onSelectWindow={setZoom}
            />
          ))}
        </div>
      </div>
    </div>
  )
}
