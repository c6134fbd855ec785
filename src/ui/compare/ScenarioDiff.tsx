import { useMemo } from 'react'
import styles from './Compare.module.css'
import type { ComparedRun } from './comparedRun'
import { RunMark } from './RunMark'
import { type DiffLine, textDiff } from './textDiff'

interface ScenarioDiffProps {
  readonly baseline: ComparedRun
  readonly others: readonly ComparedRun[]
}

/** What is different in the text of each run, against the baseline's. */
export function ScenarioDiff({ baseline, others }: ScenarioDiffProps) {
  return others.map((other) => (
    <section
      key={other.id}
      className={styles.card}
      aria-label={`Text of run ${other.letter} against ${baseline.letter}`}
    >
      <h3 className={styles.cardTitle}>
        <RunMark run={baseline} /> <span className={styles.muted}>to</span> <RunMark run={other} />
      </h3>
      <Diff label={`Changed lines of run ${other.letter}`} before={baseline.run.text} after={other.run.text} />
    </section>
  ))
}

interface DiffProps {
  readonly label: string
  readonly before: string
  readonly after: string
}

function Diff({ label, before, after }: DiffProps) {
  const hunks = useMemo(() => textDiff(before, after), [before, after])
  if (hunks === undefined) return <p className={styles.muted}>The texts have too little in common to be compared.</p>
  if (hunks.length === 0) return <p className={styles.muted}>The texts are the same.</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard.
    <section className={styles.diffScroll} aria-label={label} tabIndex={0}>
      <table className={styles.diff}>
        <caption className="visually-hidden">Changed lines and three lines around them</caption>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Line before</th>
            <th scope="col">Line after</th>
            <th scope="col">Change</th>
            <th scope="col">Text</th>
          </tr>
        </thead>
        {hunks.map((lines) => (
          <tbody key={keyOf(lines[0])}>
            {lines.map((line) => (
              <tr key={keyOf(line)} data-kind={line.kind}>
                <td>{line.before}</td>
                <td>{line.after}</td>
                <td>{signs[line.kind]}</td>
                <td>{line.text}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

const signs = { same: '', removed: '−', added: '+' }

function keyOf(line: DiffLine | undefined): string {
  return `${line?.before} ${line?.after}`
}
