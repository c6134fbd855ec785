/** Numbers of one kind, side by side. */
export type Column = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array

/** A longer copy of a column; what was there comes first, the rest is 0. */
export function lengthened<T extends Column>(column: T, length: number): T {
  const longer = new (column.constructor as new (length: number) => T)(length)
  longer.set(column)
  return longer
}
