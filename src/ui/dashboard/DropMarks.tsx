import styles from './Dashboard.module.css'
import type { ChartDrag } from './useChartDrag'

/** Shows which chart is being dragged, and the place that it would take. */
export function DropMarks({ drag: { chart, target } }: { readonly drag: ChartDrag }) {
  return (
    <>
      <div className={styles.dragged} style={chart.box} />
      {target && <div className={styles.drop} style={target.box} data-drop={target.id} />}
    </>
  )
}
