import { useEffect } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { PaneName } from '../../store/contracts'
import { Tabs, tabPanelProps } from '../../widgets/Tabs'
import { useMediaQuery } from '../../widgets/useMediaQuery'
import { useRun, useScenario, useView } from '../studio'
import { PaneFrame } from './PaneFrame'
import { useStoredLayout } from './useStoredLayout'
import styles from './Workspace.module.css'

/** Below this width the panes are tabs. */
const NARROW = '(max-width: 760px)'

/** Editor, canvas and results: side by side, or one at a time where there is no room. */
export function Workspace() {
  return useMediaQuery(NARROW) ? <NarrowWorkspace /> : <WideWorkspace />
}

function WideWorkspace() {
  const columns = useStoredLayout('layout.columns')
  const rows = useStoredLayout('layout.rows')
  return (
    <main className={styles.wide}>
      <Group orientation="horizontal" {...columns}>
        <Panel id="editor" defaultSize="36%" minSize="240px">
          <PaneFrame pane="editor" />
        </Panel>
        <Separator className={styles.columnSeparator} aria-label="Width of the editor" />
        <Panel id="right" minSize="320px">
          <Group orientation="vertical" {...rows}>
            <Panel id="canvas" defaultSize="46%" minSize="140px">
              <PaneFrame pane="canvas" />
            </Panel>
            <Separator className={styles.rowSeparator} aria-label="Height of the canvas" />
            <Panel id="dashboard" minSize="140px">
              <PaneFrame pane="dashboard" />
            </Panel>
          </Group>
        </Panel>
      </Group>
    </main>
  )
}

function NarrowWorkspace() {
  const tab = useView((state) => state.tab)
  const showTab = useView((state) => state.showTab)
  const problems = useScenario((state) => state.parsed.diagnostics.length)
  const isUnderWay = useRun(({ state: { phase } }) => phase === 'running' || phase === 'paused')

  // There is no room to see the results beside what was edited.
  useEffect(() => {
    if (isUnderWay) showTab('dashboard')
  }, [isUnderWay, showTab])

  const tabs: { value: PaneName; label: string; badge?: string | undefined }[] = [
    { value: 'editor', label: 'Text', badge: problems === 0 ? undefined : String(problems) },
    { value: 'canvas', label: 'Canvas' },
    { value: 'dashboard', label: 'Results' },
  ]
  return (
    <main className={styles.narrow}>
      <Tabs label="Panes" idPrefix="pane" stretch tabs={tabs} value={tab} onChange={showTab} />
      <div className={styles.tabPanel} {...tabPanelProps('pane', tab)}>
        <PaneFrame key={tab} pane={tab} />
      </div>
    </main>
  )
}
