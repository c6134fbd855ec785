import type { RunResult } from '../../engine/runResult'
import styles from './DashboardPane.module.css'
import { describeInstability } from './describeInstability'

/** Says that a run was ended because requests piled up, where they did, and what would help; nothing otherwise. */
export function UnstableBanner({ result }: { readonly result: RunResult }) {
  const { instability, simulatedSeconds, attribution } = result
  if (instability === undefined) return null
  return (
    <section className={styles.banner} aria-label="The run ended as unstable">
      <p>
        <strong>Unstable.</strong> {describeInstability(instability, simulatedSeconds, attribution.bottleneck)}
      </p>
    </section>
  )
}
