import { useCallback, useMemo, useRef, useState } from 'react'
import { Button } from '../../widgets/Button'
import { Menu, type MenuItem } from '../../widgets/Menu'
import { type TabItem, Tabs, tabPanelProps } from '../../widgets/Tabs'
import { useKeepFocus } from '../../widgets/useKeepFocus'
import { MovableContext } from '../charts/MovableContext'
import type { Marker } from '../charts/markers'
import type { TimeScale } from '../charts/timeScale'
import { useScenario, useStudio } from '../studio'
import { chartsOn, withMoved } from './arrangement'
import styles from './Dashboard.module.css'
import { DropMarks } from './DropMarks'
import { PanelContext, type PanelFrame } from './PanelContext'
import { asItComes, type DashboardId, dashboards, type Panel, panelOf, panels } from './panels'
import type { ShownRun } from './shownRun'
import { useChartDrag } from './useChartDrag'

/** Names the tabs and their panel to each other. */
const ID_PREFIX = 'dashboard'

/** The dashboard on show; one that is unknown is the first. */
export function useDashboardId(): DashboardId {
  const chosen = useScenario((document) => document.dashboard)
  return dashboards.find(({ value }) => value === chosen)?.value ?? 'overview'
}

/** Tabs of the dashboards. */
export function DashboardTabs() {
  const { scenario } = useStudio()
  return (
    <div className={styles.tabs}>
      <Tabs
        label="Dashboards"
        idPrefix={ID_PREFIX}
        tabs={dashboards as readonly TabItem<DashboardId>[]}
        value={useDashboardId()}
        onChange={scenario.getState().showDashboard}
      />
    </div>
  )
}

/** What one can put on the dashboard on show, and the way back to what it comes with. */
export function ChartChoice({ run }: { readonly run: ShownRun }) {
  const dashboard = useDashboardId()
  const isArranged = useScenario(({ charts }) => charts !== undefined && Object.hasOwn(charts, dashboard))
  const { charts, arrange } = useCharts(dashboard, run)
  const additions = panels.map(
    ({ id, title }): MenuItem => ({
      label: title,
      disabled: charts.includes(id),
      perform: () => arrange([...charts, id], `addition of “${title}”`),
    }),
  )
  return (
    <span className={styles.choice}>
      {isArranged && (
        <Button variant="quiet" size="s" onClick={() => arrange(undefined, 'reset of the charts')}>
          Reset charts
        </Button>
      )}
      <Menu label="Add chart" align="end" items={additions} />
    </span>
  )
}

interface DashboardProps {
  readonly run: ShownRun
  readonly scale: TimeScale
  readonly markers: readonly Marker[]
}

/** The charts of the dashboard on show; those of the others are not there and cost nothing. */
export function Dashboard({ run, scale, markers }: DashboardProps) {
  const dashboard = useDashboardId()
  const { charts, arrange } = useCharts(dashboard, run)
  const container = useRef<HTMLDivElement>(null)
  const keepFocus = useKeepFocus(container)
  const [told, setTold] = useState('')
  const move = useCallback(
    (id: string, steps: number) => {
      const moved = withMoved(charts, id, steps)
      const name = `“${panelOf(id)?.title}”`
      arrange(moved, `move of ${name}`)
      setTold(`${name} is chart ${moved.indexOf(id) + 1} of ${moved.length} now`)
    },
    [charts, arrange],
  )
  const { drag, handlers } = useChartDrag((id, target) => move(id, charts.indexOf(target) - charts.indexOf(id)))
  const shown = charts.flatMap((id) => panelOf(id) ?? [])
  return (
    <div
      className={styles.charts}
      {...tabPanelProps(ID_PREFIX, dashboard)}
      ref={container}
      tabIndex={-1}
      data-dragging={drag && ''}
      {...keepFocus}
      {...handlers}
    >
      <p className="visually-hidden" role="status">
        {told}
      </p>
      {shown.length === 0 && <p className={styles.none}>No charts here. “Add chart” has them all.</p>}
      <div className={styles.grid}>
        <MovableContext value={true}>
          {shown.map((panel) => (
            <PanelSlot
              key={`${dashboard} ${panel.id}`}
              panel={panel}
              run={run}
              scale={scale}
              markers={markers}
              charts={charts}
              move={move}
              arrange={arrange}
            />
          ))}
        </MovableContext>
      </div>
      {drag && <DropMarks drag={drag} />}
    </div>
  )
}

interface PanelSlotProps extends DashboardProps {
  readonly panel: Panel
  readonly charts: readonly string[]
  readonly move: (id: string, steps: number) => void
  readonly arrange: Arrange
}

/** One chart in its place, with what can be done about the place. */
function PanelSlot({ panel: { id, title, Card }, run, scale, markers, charts, move, arrange }: PanelSlotProps) {
  const frame = useMemo<PanelFrame>(() => {
    const moveItem = (label: string, steps: number): MenuItem => ({
      label,
      disabled: withMoved(charts, id, steps) === charts,
      perform: () => move(id, steps),
    })
    const remove = () =>
      arrange(
        charts.filter((other) => other !== id),
        `removal of “${title}”`,
      )
    const actions = [moveItem('Move earlier', -1), moveItem('Move later', 1), { label: 'Remove', perform: remove }]
    const origins = run.finished ? [{ identity: run.finished.result.identity }] : []
    return { id, run, origins, scale, markers, actions }
  }, [id, title, run, scale, markers, charts, move, arrange])
  return (
    <PanelContext value={frame}>
      <Card />
    </PanelContext>
  )
}

type Arrange = (charts: readonly string[] | undefined, label: string) => void

/** The charts on a dashboard, and the way to others. */
function useCharts(dashboard: DashboardId, run: ShownRun): { charts: readonly string[]; arrange: Arrange } {
  const { scenario } = useStudio()
  const layout = useScenario((document) => document.charts)
  const relevant = asItComes[dashboard].filter((id) => panelOf(id)?.isRelevant?.(run) ?? true).join(' ')
  return useMemo(
    () => ({
      charts: chartsOn(dashboard, layout, relevant.split(' ')),
      arrange: (charts, label) => scenario.getState().arrangeCharts(dashboard, charts, label),
    }),
    [scenario, dashboard, layout, relevant],
  )
}
