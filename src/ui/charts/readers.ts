/**
 * Functions that read one column of a chart's rows, each made once: Recharts takes a new function for a change of the
 * data.
 */
export function readers<Row>(
  read: (row: Row, index: number) => number | undefined,
): (index: number) => (row: Row) => number | undefined {
  const made: ((row: Row) => number | undefined)[] = []
  return (index) => {
    made[index] ??= (row) => read(row, index)
    return made[index]
  }
}
