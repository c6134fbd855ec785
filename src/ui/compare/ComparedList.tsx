import { formatClock } from '../../base/format'
import { endText } from '../runs/runWords'
import styles from './Compare.module.css'
import type { ComparedRun } from './comparedRun'
import { RunMark } from './RunMark'

interface ComparedListProps {
  readonly runs: readonly ComparedRun[]
  readonly baseline: ComparedRun
  readonly onBaseline: (id: string) => void
}

/** The runs that are compared, and the choice of the one that the others are measured by. */
export function ComparedList({ runs, baseline, onBaseline }: ComparedListProps) {
  return (
    <fieldset className={styles.runs}>
      <legend>Baseline</legend>
      {runs.map((compared) => {
        const { id, name, when } = compared
        const { result } = compared.run
        return (
          <label key={id} className={styles.run}>
            <input type="radio" name="baseline" checked={compared === baseline} onChange={() => onBaseline(id)} />
            <RunMark run={compared} />
            <span className={styles.runName}>{name}</span>
            <span className={styles.muted}>
              {when}, seed {result.identity.seed}, {endText(result) ?? formatClock(result.simulatedSeconds)}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
