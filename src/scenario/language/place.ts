import type { DocumentPath, TextRange } from '../diagnostic'
import type { Outline, OutlineEntry, OutlineItem, OutlineList, OutlineMap, OutlineNode } from './outline'

/**
 * What can be written at an offset. Several may hold at once: under `servers:` both a dash and,
 * if the schema has it so, a key may follow; the schema decides.
 */
export type Place =
  /** A key of the map at `path`. */
  | (PlaceBase & { readonly kind: 'key'; readonly hasColon: boolean })
  /** The value at `path`, on the line of its key or dash. */
  | (PlaceBase & { readonly kind: 'value'; readonly followsDash: boolean })
  /** A new item of the list at `path`, with its dash. */
  | (PlaceBase & { readonly kind: 'item' })

interface PlaceBase {
  readonly path: DocumentPath
  /** What is written there so far. */
  readonly range: TextRange
  readonly style: 'block' | 'flow'
  /** Column of the key or dash that is written, or after which a value is written. */
  readonly column: number
}

interface Cursor {
  readonly offset: number
  /** Where the line of the cursor begins. */
  readonly lineStart: number
  /** Column of the cursor on a line with nothing else on it. */
  readonly blankColumn: number | undefined
}

/** All places at `offset`; none within a comment. */
export function placesAt({ text, root, comments }: Outline, offset: number): readonly Place[] {
  if (comments.some(({ start, end }) => start < offset && offset <= end)) return []
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  const lineEnd = text.indexOf('\n', offset)
  const isBlank = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd).trim() === ''
  const cursor: Cursor = { offset, lineStart, blankColumn: isBlank ? offset - lineStart : undefined }
  if (root === undefined) return cursor.blankColumn === 0 ? [newKey([], cursor, 'block', 0)] : []
  if (root.kind === 'scalar') return isWithin(root.range, offset) ? [keyAt([], root.range, 0, false)] : []
  return inNode(root, [], cursor)
}

function inNode(node: OutlineMap | OutlineList, path: DocumentPath, cursor: Cursor): readonly Place[] {
  if (node.style === 'flow') return node.kind === 'map' ? inFlowMap(node, path, cursor) : inFlowList(node, path, cursor)
  return node.kind === 'map' ? inBlockMap(node, path, cursor) : inBlockList(node, path, cursor)
}

function inBlockMap(map: OutlineMap, path: DocumentPath, cursor: Cursor): readonly Place[] {
  const entry = map.entries.findLast(({ keyRange }) => keyRange.start <= cursor.offset)
  if (entry === undefined) return cursor.blankColumn === map.column ? [newKey(path, cursor, 'block', map.column)] : []
  if (cursor.offset <= entry.keyRange.end) return [keyAt(path, entry.keyRange, map.column, entry.colon !== undefined)]
  const below = [...path, entry.key]
  const flow = flowAround(entry.value, cursor.offset)
  if (flow !== undefined) return inNode(flow, below, cursor)
  if (cursor.blankColumn !== undefined) return onBlankLineInMap(map, entry, path, cursor, cursor.blankColumn)
  if (entry.colon === undefined || cursor.offset <= entry.colon) return []
  return inSlot(entry.value, below, cursor, { start: entry.colon, column: map.column, followsDash: false })
}

function onBlankLineInMap(
  map: OutlineMap,
  { key, value }: OutlineEntry,
  path: DocumentPath,
  cursor: Cursor,
  column: number,
): readonly Place[] {
  const below = [...path, key]
  const own = column === map.column ? [newKey(path, cursor, 'block', column)] : []
  if (isBlock(value) && value.column <= column) return [...inNode(value, below, cursor), ...own]
  if (value !== undefined) return own
  if (column > map.column) return newValue(below, cursor, column)
  return [newItem(below, cursor, column), ...own]
}

function inBlockList(list: OutlineList, path: DocumentPath, cursor: Cursor): readonly Place[] {
  const { offset, blankColumn } = cursor
  const index = list.items.findLastIndex(({ start }) => start <= offset)
  const item = list.items[index]
  const own: readonly Place[] = blankColumn === list.column ? [newItem(path, cursor, list.column)] : []
  if (item === undefined) return own
  const below = [...path, index]
  const flow = flowAround(item.value, offset)
  if (flow !== undefined) return inNode(flow, below, cursor)
  if (blankColumn === undefined) {
    if (offset <= item.start) return []
    return inSlot(item.value, below, cursor, { start: item.start, column: list.column, followsDash: true })
  }
  if (own.length > 0) return own
  if (isBlock(item.value)) return item.value.column <= blankColumn ? inNode(item.value, below, cursor) : []
  return item.value === undefined && blankColumn > list.column ? newValue(below, cursor, blankColumn) : []
}

/** Behind the colon of a key, or behind a dash. */
function inSlot(
  value: OutlineNode | undefined,
  path: DocumentPath,
  cursor: Cursor,
  slot: { readonly start: number; readonly column: number; readonly followsDash: boolean },
): readonly Place[] {
  const { offset } = cursor
  const { followsDash, column } = slot
  const isSameLine = slot.start >= cursor.lineStart
  const place = (range: TextRange): readonly Place[] => [
    { kind: 'value', path, range, style: 'block', column, followsDash },
    ...(followsDash || !isSameLine ? [keyAt(path, range, range.start - cursor.lineStart, false)] : []),
  ]
  if (value === undefined) return isSameLine ? place({ start: offset, end: offset }) : []
  if (value.kind === 'scalar') return isWithin(value.range, offset) ? place(value.range) : []
  if (value.style === 'flow') return []
  const isAhead = followsDash && value.kind === 'map' && offset < value.range.start
  return isAhead ? [newKey(path, cursor, 'block', value.column)] : inNode(value, path, cursor)
}

function inFlowMap(map: OutlineMap, path: DocumentPath, cursor: Cursor): readonly Place[] {
  const { offset } = cursor
  const entry = map.entries.find(({ keyRange, end }) => keyRange.start <= offset && offset <= end)
  if (entry === undefined) return [newKey(path, cursor, 'flow', 0)]
  if (offset <= entry.keyRange.end) return [keyAt(path, entry.keyRange, 0, entry.colon !== undefined, 'flow')]
  if (entry.colon === undefined || offset <= entry.colon) return []
  return inFlowSlot(entry, [...path, entry.key], cursor)
}

function inFlowList(list: OutlineList, path: DocumentPath, cursor: Cursor): readonly Place[] {
  const index = list.items.findIndex(({ start, end }) => start <= cursor.offset && cursor.offset <= end)
  const item = list.items[index]
  if (item !== undefined) return inFlowSlot(item, [...path, index], cursor)
  const before = list.items.filter(({ start }) => start < cursor.offset).length
  return [valueInFlow([...path, before], { start: cursor.offset, end: cursor.offset })]
}

function inFlowSlot({ value }: OutlineEntry | OutlineItem, path: DocumentPath, cursor: Cursor): readonly Place[] {
  if (value === undefined) return [valueInFlow(path, { start: cursor.offset, end: cursor.offset })]
  if (value.kind === 'scalar') return isWithin(value.range, cursor.offset) ? [valueInFlow(path, value.range)] : []
  const flow = flowAround(value, cursor.offset)
  return flow === undefined ? [] : inNode(flow, path, cursor)
}

/** On a line of its own under a key or dash that has no value yet. */
function newValue(path: DocumentPath, cursor: Cursor, column: number): readonly Place[] {
  return [newKey(path, cursor, 'block', column), newItem(path, cursor, column)]
}

function newKey(path: DocumentPath, { offset }: Cursor, style: 'block' | 'flow', column: number): Place {
  return keyAt(path, { start: offset, end: offset }, column, false, style)
}

function newItem(path: DocumentPath, { offset }: Cursor, column: number): Place {
  return { kind: 'item', path, range: { start: offset, end: offset }, style: 'block', column }
}

function keyAt(
  path: DocumentPath,
  range: TextRange,
  column: number,
  hasColon: boolean,
  style: 'block' | 'flow' = 'block',
): Place {
  return { kind: 'key', path, range, style, column, hasColon }
}

function valueInFlow(path: DocumentPath, range: TextRange): Place {
  return { kind: 'value', path, range, style: 'flow', column: 0, followsDash: false }
}

function isWithin({ start, end }: TextRange, offset: number): boolean {
  return start <= offset && offset <= end
}

/** The flow collection that `offset` is within, if `node` is one. */
function flowAround(node: OutlineNode | undefined, offset: number): OutlineMap | OutlineList | undefined {
  if (node === undefined || node.kind === 'scalar' || node.style === 'block') return undefined
  const { range, isClosed } = node
  return range.start < offset && (offset < range.end || (!isClosed && offset === range.end)) ? node : undefined
}

function isBlock(node: OutlineNode | undefined): node is OutlineMap | OutlineList {
  return node !== undefined && node.kind !== 'scalar' && node.style === 'block'
}
