import styles from './RunControl.module.css'
import { runProgress, type UnderWay } from './runProgress'

/** Simulated time that has passed, as a bar and in words. */
export function RunProgressBar({ state }: { readonly state: UnderWay }) {
  const { percent, text, pace } = runProgress(state)
  return (
    <div className={styles.progress}>
      <progress className={styles.bar} max={100} value={percent} aria-label="Simulated time" aria-valuetext={text} />
      <span className={styles.progressText}>{text}</span>
      <span className={styles.pace}>{pace}</span>
    </div>
  )
}
