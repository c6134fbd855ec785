import { useDeferredValue, useMemo, useState } from 'react'
import { ChartToolbar } from '../charts/ChartToolbar'
import type { Marker } from '../charts/markers'
import { useTimeScale } from '../charts/useTimeScale'
import { useTime } from '../studio'
import { ChartChoice, Dashboard, DashboardTabs, useDashboardId } from './Dashboard'
import { FigureCards } from './FigureCards'
import { scopeOfGroup } from './figureScope'
import { figureGroups } from './figures'
import { ObjectivesPanel } from './ObjectivesPanel'
import type { DashboardId } from './panels'
import styles from './Results.module.css'
import { rangeFigures } from './rangeFigures'
import { runMarkers } from './runMarkers'
import { SanityPanel } from './SanityPanel'
import type { ShownRun } from './shownRun'
import { VerdictPanel } from './VerdictPanel'

export { warmUpCharts } from './warmUp'

const NO_MARKERS: readonly Marker[] = []

/** Figures that a dashboard begins with, by the title of their group. */
const groupsOf: Readonly<Record<DashboardId, readonly string[]>> = {
  overview: ['Latency', 'Requests', 'LLM cost'],
  latency: ['Latency'],
  servers: [],
  network: [],
  requests: ['Requests'],
}

/** Figures and charts of one run, in progress or finished, on dashboards. */
export function Results({ run }: { readonly run: ShownRun }) {
  const { view, finished } = run
  const dashboard = useDashboardId()
  const [markersShown, setMarkersShown] = useState(true)
  // A person reads the figures first: the charts are made when those are on screen, a few milliseconds at a time.
  const hasCharts = useDeferredValue(true, false)
  const scale = useTimeScale(view.simulatedSeconds || view.horizon, view.intervals, view.horizon)
  const markers = useMemo(() => runMarkers(run), [run])
  return (
    <div className={styles.results}>
      <DashboardTabs />
      {dashboard === 'overview' && finished && <VerdictPanel run={finished} />}
      {dashboard === 'overview' && <ObjectivesPanel objectives={view.summary.objectives} />}
      <SelectedFigures run={run} titles={groupsOf[dashboard]} />
      {hasCharts && (
        <>
          <ChartToolbar scale={scale} markers={markers} markersShown={markersShown} onShowMarkers={setMarkersShown}>
            <ChartChoice run={run} />
          </ChartToolbar>
          <Dashboard run={run} scale={scale} markers={markersShown ? markers : NO_MARKERS} />
        </>
      )}
      {dashboard === 'overview' && finished && <SanityPanel sanity={finished.result.sanity} />}
    </div>
  )
}

/** The cards of the run or, while a part of it is selected, of that part. */
function SelectedFigures({ run, titles }: { readonly run: ShownRun; readonly titles: readonly string[] }) {
  const { view, scope } = run
  const selection = useTime((state) => state.selection)
  const { groups, scopeOf } = useMemo(() => {
    const { summary, intervals } = view
    if (selection === undefined) return { groups: figureGroups(summary), scopeOf: scopeOfGroup(scope, summary.warmUp) }
    const range = rangeFigures(intervals, selection)
    return { groups: range.groups, scopeOf: () => range.scope }
  }, [view, scope, selection])
  const shown = groups.filter(({ title }) => titles.includes(title))
  return shown.length === 0 ? null : <FigureCards groups={shown} scopeOf={scopeOf} />
}
