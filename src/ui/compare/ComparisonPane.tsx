import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../widgets/Button'
import { Tabs, tabPanelProps } from '../../widgets/Tabs'
import paneStyles from '../dashboard/DashboardPane.module.css'
import { MaximizeButton } from '../shell/MaximizeButton'
import { useKeptRuns, useView } from '../studio'
import { describeArrivals } from './arrivals'
import styles from './Compare.module.css'
import { ComparedList } from './ComparedList'
import type { ComparedRun } from './comparedRun'
import { DeltaTable } from './DeltaTable'
import { OverlaidCharts } from './OverlaidCharts'
import { PairedRequests } from './PairedRequests'
import { ScenarioDiff } from './ScenarioDiff'
import { useComparedRuns } from './useComparedRuns'

/** Two to four kept runs side by side: figures, charts, requests one by one, and the texts they were made from. */
export function ComparisonPane() {
  const chosen = useKeptRuns((state) => state.chosen)
  const showResults = useView((view) => view.showResults)
  const compared = useComparedRuns(chosen)
  const missing = compared.phase === 'ready' ? compared.missing : []
  return (
    <div className={paneStyles.pane}>
      <header className={paneStyles.head}>
        <h2>Comparison</h2>
        <p className={paneStyles.facts}>{chosen.length} runs</p>
        <Button size="s" variant="quiet" icon={<ArrowLeft size={14} />} onClick={() => showResults('list')}>
          Runs
        </Button>
        <MaximizeButton pane="dashboard" />
      </header>
      {missing.map((reason) => (
        <div key={reason} className={paneStyles.banner}>
          <p>{reason}</p>
        </div>
      ))}
      {compared.phase === 'ready' &&
        (compared.runs.length < 2 ? (
          <div className={paneStyles.empty}>
            <h3>Nothing to compare</h3>
            <p>Choose two to four runs in the list.</p>
          </div>
        ) : (
          <Comparison runs={compared.runs} />
        ))}
    </div>
  )
}

type Aspect = 'figures' | 'charts' | 'requests' | 'scenario'

const aspects: readonly { readonly value: Aspect; readonly label: string }[] = [
  { value: 'figures', label: 'Figures' },
  { value: 'charts', label: 'Charts' },
  { value: 'requests', label: 'Requests' },
  { value: 'scenario', label: 'Scenario' },
]

function Comparison({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const [baselineId, setBaselineId] = useState<string>()
  const [aspect, setAspect] = useState<Aspect>('figures')
  const [oldest] = runs
  const baseline = runs.find(({ id }) => id === baselineId) ?? oldest
  if (baseline === undefined) return null
  const others = runs.filter((run) => run !== baseline)
  return (
    <>
      <ComparedList runs={runs} baseline={baseline} onBaseline={setBaselineId} />
      <p className={styles.arrivals}>{describeArrivals(baseline, others)}</p>
      <Tabs label="Aspects of the comparison" idPrefix="compare" tabs={aspects} value={aspect} onChange={setAspect} />
      <div className={styles.aspect} {...tabPanelProps('compare', aspect)}>
        {aspect === 'figures' && <DeltaTable runs={runs} baseline={baseline} />}
        {aspect === 'charts' && <OverlaidCharts runs={runs} />}
        {aspect === 'requests' && <PairedRequests baseline={baseline} others={others} />}
        {aspect === 'scenario' && <ScenarioDiff baseline={baseline} others={others} />}
      </div>
    </>
  )
}
