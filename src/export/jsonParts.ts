import { type Column, isColumn } from '../base/columns'

const ITEMS_PER_PART = 50_000

/**
 * JSON text of plain data in parts, typed arrays as arrays of numbers.
 * Unlike `JSON.stringify`, long columns never become one string.
 */
export function* jsonParts(value: unknown): Generator<string> {
  if (isColumn(value)) yield* columnParts(value)
  else if (Array.isArray(value)) yield* listParts(value)
  else if (typeof value === 'object' && value !== null) yield* objectParts(value)
  else yield JSON.stringify(value)
}

function* columnParts(column: Column): Generator<string> {
  yield '['
  for (let from = 0; from < column.length; from += ITEMS_PER_PART) {
    const items = JSON.stringify(Array.from(column.subarray(from, from + ITEMS_PER_PART))).slice(1, -1)
    yield from === 0 ? items : `,${items}`
  }
  yield ']'
}

function* listParts(list: readonly unknown[]): Generator<string> {
  yield '['
  for (const [index, item] of list.entries()) {
    if (index > 0) yield ','
    yield* jsonParts(item)
  }
  yield ']'
}

function* objectParts(object: object): Generator<string> {
  let separator = '{'
  for (const [key, value] of Object.entries(object)) {
    if (value === undefined) continue
    yield `${separator}${JSON.stringify(key)}:`
    yield* jsonParts(value)
    separator = ','
  }
  yield separator === '{' ? '{}' : '}'
}
