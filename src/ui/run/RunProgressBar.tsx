import styles from './RunControl.module.css'
import { runProgress, type UnderWay } from './runProgress'

/** Simulated time that has passed; the results pane tells the rest in words. */
export function RunProgressBar({ state }: { readonly state: UnderWay }) {
  const { percent, text, pace } = runProgress(state)
  return (
    <span className={styles.progress} title={[text, pace].filter(Boolean).join(', ')}>
      <progress className={styles.bar} max={100} value={percent} aria-label="Simulated time" aria-valuetext={text} />
      <span className={styles.percent} aria-hidden="true">
        {percent} %
      </span>
    </span>
  )
}
