/** Numbers of one kind, side by side. */
export type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array

const KINDS = [Float64Array, Int32Array, Uint32Array, Uint16Array, Uint8Array]

export function isColumn(value: unknown): value is Column {
  return KINDS.some((kind) => value instanceof kind)
}

/** All columns of plain data, however deep; of those that share a buffer only one. */
export function columnsIn(value: unknown): Column[] {
  const found = new Map<ArrayBufferLike, Column>()
  const visit = (member: unknown): void => {
    if (isColumn(member)) found.set(member.buffer, member)
    else if (typeof member === 'object' && member !== null) Object.values(member).forEach(visit)
  }
  visit(value)
  return [...found.values()]
}

/** A longer copy of a column; what was there comes first, the rest is 0. */
export function lengthened<T extends Column>(column: T, length: number): T {
  const longer = new (column.constructor as new (length: number) => T)(length)
  longer.set(column)
  return longer
}
