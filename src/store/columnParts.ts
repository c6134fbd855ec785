import { type Column, isColumn } from '../base/columns'

/** Columns together in one part take no more than this, unless a single one does [bytes]. */
const PART_BYTES = 4 * 2 ** 20

/** Stands for a column in the part that has everything else. */
interface Place {
  readonly $column: number
}

/**
 * Plain data with long columns, taken apart so that it can be copied piece by piece: the first part has everything but
 * the columns, the others have those.
 */
export function takeApart(value: unknown): unknown[] {
  const columns: Column[] = []
  const frame = mapDeep(value, (member) => {
    if (!isColumn(member)) return undefined
    columns.push(member)
    return { $column: columns.length - 1 } satisfies Place
  })
  return [frame, ...batches(columns)]
}

/** What {@link takeApart} was given; throws when a part is missing. */
export function putTogether([frame, ...rest]: readonly unknown[]): unknown {
  const columns = rest.flat()
  return mapDeep(frame, (member) => {
    if (!isPlace(member)) return undefined
    const column = columns[member.$column]
    if (!isColumn(column)) throw new Error('A part is missing.')
    return column
  })
}

/** A copy in which everything for which `replace` gives something is replaced by that. */
function mapDeep(value: unknown, replace: (value: unknown) => unknown): unknown {
  const replacement = replace(value)
  if (replacement !== undefined) return replacement
  if (Array.isArray(value)) return value.map((item) => mapDeep(item, replace))
  if (typeof value !== 'object' || value === null) return value
  const copy: Record<string, unknown> = Object.create(null)
  for (const [key, member] of Object.entries(value)) copy[key] = mapDeep(member, replace)
  return copy
}

function batches(columns: readonly Column[]): Column[][] {
  const parts: Column[][] = []
  let room = 0
  for (const column of columns) {
    if (parts.length === 0 || column.byteLength > room) {
      parts.push([])
      room = PART_BYTES
    }
    parts.at(-1)?.push(column)
    room -= column.byteLength
  }
  return parts
}

function isPlace(value: unknown): value is Place {
  return typeof value === 'object' && value !== null && '$column' in value && typeof value.$column === 'number'
}
