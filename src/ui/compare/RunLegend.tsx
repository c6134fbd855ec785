import type { LegendEntry } from '../dashboard/chartLines'
import { LineSample } from '../dashboard/LineSample'
import styles from './Compare.module.css'

/** Which line belongs to which run. */
export function RunLegend({ lines }: { readonly lines: readonly LegendEntry[] }) {
  return (
    <div className={styles.legend}>
      {lines.map((line) => (
        <span key={line.name} className={styles.runMark}>
          <LineSample line={line} />
          {line.name}
        </span>
      ))}
    </div>
  )
}
