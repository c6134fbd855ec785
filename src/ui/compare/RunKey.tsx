import { CursorValue } from '../dashboard/CursorValue'
import styles from './Compare.module.css'
import type { ComparedRun } from './comparedRun'
import { RunMark } from './RunMark'

interface RunKeyProps {
  readonly runs: readonly ComparedRun[]
  /** What a run's line is worth at a time [s], as short as possible; absent: the chart is not over time. */
  readonly valueAt?: (run: ComparedRun, time: number) => string
}

/** Which line belongs to which run, with its value at the cursor. */
export function RunKey({ runs, valueAt }: RunKeyProps) {
  return (
    <div className={styles.key}>
      {runs.map((run) => (
        <span key={run.id} className={styles.keyItem}>
          <RunMark run={run} />
          {valueAt && <CursorValue read={(time) => valueAt(run, time)} />}
        </span>
      ))}
    </div>
  )
}
