import { CursorValue } from './CursorValue'
import type { LegendEntry } from './chartLines'
import styles from './charts.module.css'
import { LineSample } from './LineSample'

interface ChartKeyProps {
  readonly entries: readonly LegendEntry[]
  /** What an entry is worth at a time [s], as short as possible; absent: the chart is not over time. */
  readonly valueAt?: (entry: number, time: number) => string
}

/** Key to the lines or areas of a chart, with their values at the cursor. */
export function ChartKey({ entries, valueAt }: ChartKeyProps) {
  return (
    <ul className={styles.key}>
      {entries.map((entry, index) => (
        <li key={entry.name}>
          <LineSample line={entry} />
          {entry.name}
          {valueAt && <CursorValue read={(time) => valueAt(index, time)} />}
        </li>
      ))}
    </ul>
  )
}
