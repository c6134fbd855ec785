import Papa from 'papaparse'

/** A number is written with full precision, nothing (undefined, or a number that is none) as an empty cell. */
export type CsvCell = string | number | boolean | null | undefined

/** A table whose rows are made on demand, so that a million of them never lie in memory together. */
export interface CsvTable {
  readonly header: readonly string[]
  readonly rowCount: number
  row(index: number): readonly CsvCell[]
}

/**
 * A text cell that a spreadsheet would take for a formula gets a leading apostrophe; numbers are never touched.
 * The pattern has no end on purpose: papaparse's own (`escapeFormulae: true`) lets a cell pass that has a line break.
 */
const FORMULA_START = /^[=+\-@\t\r]/

const ROWS_PER_PART = 5000

/** The table as RFC 4180 text, in parts of some thousand rows; every line, the last one too, ends in CRLF. */
export function* csvParts(table: CsvTable): Generator<string> {
  yield csvLines([table.header])
  for (let from = 0; from < table.rowCount; from += ROWS_PER_PART) {
    const count = Math.min(ROWS_PER_PART, table.rowCount - from)
    yield csvLines(Array.from({ length: count }, (_, offset) => table.row(from + offset).map(writable)))
  }
}

function csvLines(rows: readonly (readonly CsvCell[])[]): string {
  return `${Papa.unparse(rows as CsvCell[][], { escapeFormulae: FORMULA_START, newline: '\r\n' })}\r\n`
}

function writable(cell: CsvCell): CsvCell {
  return typeof cell === 'number' && !Number.isFinite(cell) ? undefined : cell
}
