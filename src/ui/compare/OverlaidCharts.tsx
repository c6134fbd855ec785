import { useMemo, useState } from 'react'
import { Select } from '../../widgets/Select'
import { ChartToolbar } from '../charts/ChartToolbar'
import { useTimeScale } from '../charts/useTimeScale'
import dashboardStyles from '../dashboard/Dashboard.module.css'
import styles from './Compare.module.css'
import { CumulativeOverlay } from './CumulativeOverlay'
import { comparedMarkers } from './comparedMarkers'
import type { ComparedRun } from './comparedRun'
import { OverlayCard } from './OverlayCard'
import { comparedComponents, componentOverlays, longestRun, systemOverlays } from './overlays'

const NO_MARKERS: readonly never[] = []

/** The same figures of every run in one chart each: of the whole system, and of one server or edge. */
export function OverlaidCharts({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const components = useMemo(() => comparedComponents(runs), [runs])
  const [chosen, setChosen] = useState<string>()
  const [markersShown, setMarkersShown] = useState(true)
  const component = chosen ?? components[0]
  const system = useMemo(() => systemOverlays(runs), [runs])
  const details = useMemo(() => (component === undefined ? [] : componentOverlays(runs, component)), [runs, component])
  const { simulatedSeconds, intervals } = useMemo(() => longestRun(runs), [runs])
  const scale = useTimeScale(simulatedSeconds, intervals)
  const markers = useMemo(() => comparedMarkers(runs), [runs])
  const shown = { runs, scale, markers: markersShown ? markers : NO_MARKERS }
  return (
    <div className={styles.charts}>
      <ChartToolbar scale={scale} markers={markers} markersShown={markersShown} onShowMarkers={setMarkersShown} />
      <div className={dashboardStyles.grid}>
        <CumulativeOverlay runs={runs} scale={scale} />
        {system.map((overlay) => (
          <OverlayCard key={overlay.id} overlay={overlay} {...shown} />
        ))}
      </div>
      {components.length > 0 && (
        <div className={styles.choice}>
          <Select
            label="Server or edge"
            layout="row"
            value={component}
            options={components.map((id) => ({ value: id, label: id }))}
            onCommit={setChosen}
          />
        </div>
      )}
      <div className={dashboardStyles.grid}>
        {details.map((overlay) => (
          <OverlayCard key={overlay.id} overlay={overlay} {...shown} />
        ))}
      </div>
    </div>
  )
}
