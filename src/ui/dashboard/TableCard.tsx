import type { ReactNode } from 'react'
import { CardFrame } from '../charts/CardFrame'
import styles from '../charts/charts.module.css'
import type { ChartTable } from '../charts/chartTable'
import { ScrolledTable } from '../charts/ScrolledTable'
import { useChartExports } from '../charts/useChartExports'
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
  const { id, origins, actions } = usePanel()
  const exports = useChartExports({ origins, id, table })
  return (
    <CardFrame
      id={id}
      title={title}
      description={description}
      wide
      menu={{ name: 'save or arrange', items: [...exports, ...actions] }}
    >
      {empty === undefined ? (
        <ScrolledTable label={`${title}, table`} columns={columns} rows={rows} />
      ) : (
        <p className={styles.empty}>{empty}</p>
      )}
    </CardFrame>
  )
}
