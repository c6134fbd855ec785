import { LineSample } from '../charts/LineSample'
import styles from './Compare.module.css'
import type { ComparedRun } from './comparedRun'

/** A run's line and letter: the key to it in every chart and table. */
export function RunMark({ run }: { readonly run: ComparedRun }) {
  return (
    <span className={styles.runMark}>
      <LineSample line={run} />
      <strong>{run.letter}</strong>
    </span>
  )
}
