import { Fragment, useMemo } from 'react'
import styles from './Compare.module.css'
import type { ComparedRun } from './comparedRun'
import { type DeltaCell, deltaGroups } from './deltas'
import { RunMark } from './RunMark'

interface DeltaTableProps {
  readonly runs: readonly ComparedRun[]
  readonly baseline: ComparedRun
}

/** Every figure of every run, with its difference from the baseline. */
export function DeltaTable({ runs, baseline }: DeltaTableProps) {
  const groups = useMemo(
    () =>
      deltaGroups(
        runs.map(({ run }) => run.result.summary),
        runs.indexOf(baseline),
      ),
    [runs, baseline],
  )
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard.
    <section className={styles.scroll} aria-label="Figures of the runs" tabIndex={0}>
      <table className={styles.deltas}>
        <caption className="visually-hidden">
          Figures of the runs and their differences from run {baseline.letter}
        </caption>
        <thead>
          <tr>
            <td />
            {runs.map((run) => (
              <th key={run.id} scope="col">
                <RunMark run={run} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ title, rows }) => (
          <Fragment key={title}>
            <tbody>
              <tr>
                <th scope="rowgroup" colSpan={runs.length + 1} className={styles.groupTitle}>
                  {title}
                </th>
              </tr>
              {rows.map(({ label, cells }) => (
                <tr key={label}>
                  <th scope="row">{label}</th>
                  {cells.map((cell, index) => (
                    <td key={runs[index]?.id}>
                      <Cell cell={cell} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Fragment>
        ))}
      </table>
    </section>
  )
}

function Cell({ cell: { text, delta } }: { readonly cell: DeltaCell }) {
  return (
    <span className={styles.cell}>
      <span>{text}</span>
      {delta && (
        <span className={styles.delta} data-tone={delta.tone}>
          <span>{delta.text}</span> <span className={styles.relative}>{delta.relative}</span>
        </span>
      )}
    </span>
  )
}
