import type { ReactNode } from 'react'

interface TableProps {
  /** What it is a table of, for screen readers. */
  readonly label: string
  readonly columns: readonly string[]
  /** Cells by column; the first of a row is its heading. */
  readonly rows: readonly (readonly ReactNode[])[]
  readonly className?: string | undefined
}

/** A plain table: one row of headings, and rows that keep their order. */
export function Table({ label, columns, rows, className }: TableProps) {
  return (
    <table className={className} aria-label={label}>
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
            <th scope="row" title={typeof heading === 'string' ? heading : undefined}>
              {heading}
            </th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
