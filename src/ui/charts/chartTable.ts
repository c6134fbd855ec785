import { formatNumber } from '../../base/format'
import type { CsvTable } from '../../export/csv'

/** The numbers behind a chart, with full precision. */
export interface ChartTable {
  readonly caption: string
  /** Headings, with units in brackets; the first column tells the rows apart. */
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ChartCell[])[]
}

export type ChartCell = number | string | undefined

/** A cell as people read it. */
export function cellText(cell: ChartCell): string {
  return typeof cell === 'string' ? cell : formatNumber(cell, 6)
}

export function csvTableOf({ columns, rows }: ChartTable): CsvTable {
  return { header: columns, rowCount: rows.length, row: (index) => rows[index] ?? [] }
}
