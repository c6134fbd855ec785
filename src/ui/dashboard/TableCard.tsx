import { type ReactNode, useId } from 'react'
import { classNames } from '../../widgets/classNames'
import { Menu } from '../../widgets/Menu'
import { useStudio } from '../studio'
import { chartExports } from './chartExports'
import styles from './charts.module.css'
import type { ChartTable } from './chartTable'
import { usePanel } from './PanelContext'

interface TableCardProps {
  readonly title: string
  /** One sentence: what is listed. */
  readonly description: string
  readonly columns: readonly string[]
  /** Cells as people read them; the first is the row's heading. */
  readonly rows: readonly (readonly ReactNode[])[]
  /** The same with full precision, for the file. */
  readonly table: () => ChartTable
  /** Says why there are no rows. */
  readonly empty?: string | undefined
}

/** Figures that a table tells best, on a card like those of the charts. */
export function TableCard({ title, description, columns, rows, table, empty }: TableCardProps) {
  const headingId = useId()
  const { id, run, actions } = usePanel()
  const { view } = useStudio()
  const exports = chartExports({
    identity: run.finished?.result.identity,
    id,
    drawn: () => undefined,
    table,
    onFailure: (message) => view.getState().notify({ severity: 'error', message }),
  }).filter(({ label }) => label === 'CSV')
  return (
    <section className={classNames(styles.card, styles.wide)} aria-labelledby={headingId} data-chart={id}>
      <header className={styles.cardHead}>
        <h3 id={headingId} title={description}>
          {title}
        </h3>
        <span className={styles.switches}>
          <Menu label={`${title}: save or arrange`} iconOnly align="end" items={[...exports, ...actions]} />
        </span>
      </header>
      {empty !== undefined && <p className={styles.empty}>{empty}</p>}
      {empty === undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reachable by keyboard.
        <section className={styles.tableScroll} aria-label={`${title}, table`} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([heading, ...cells], row) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name that is sure to be unique, and keep their order.
                <tr key={row}>
                  <th scope="row">{heading}</th>
                  {cells.map((cell, index) => (
                    <td key={columns[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
