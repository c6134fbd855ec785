import { useMemo, useState } from 'react'
import { Select } from '../../widgets/Select'
import styles from './Compare.module.css'
import { CumulativeOverlay } from './CumulativeOverlay'
import type { ComparedRun } from './comparedRun'
import { OverlayCard } from './OverlayCard'
import { comparedComponents, componentOverlays, systemOverlays } from './overlays'

/** The same figures of every run in one chart each: of the whole system, and of one server or edge. */
export function OverlaidCharts({ runs }: { readonly runs: readonly ComparedRun[] }) {
  const components = useMemo(() => comparedComponents(runs), [runs])
  const [chosen, setChosen] = useState<string>()
  const component = chosen ?? components[0]
  const system = useMemo(() => systemOverlays(runs), [runs])
  const details = useMemo(() => (component === undefined ? [] : componentOverlays(runs, component)), [runs, component])
  const window = useMemo(() => {
    const ends = runs.map(({ run }) => run.result.simulatedSeconds)
    return { start: 0, end: Math.max(...ends) }
  }, [runs])
  return (
    <div className={styles.charts}>
      <div className={styles.grid}>
        <CumulativeOverlay runs={runs} />
        {system.map((overlay) => (
          <OverlayCard key={overlay.title} overlay={overlay} window={window} />
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
      <div className={styles.grid}>
        {details.map((overlay) => (
          <OverlayCard key={overlay.title} overlay={overlay} window={window} />
        ))}
      </div>
    </div>
  )
}
