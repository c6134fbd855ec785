import type { TextPatch } from '../diagnostic'
import type { ListTree, MapEntry, MapTree, ScalarTree, Tree } from '../yaml/tree'
import { columnOf, commentsAbove, commentsBelow, isBlank, lineBreakOf, lineEnd, lineStart, nextLine } from './lines'
import { type Plain, renderBlock, renderEntry, renderFlow, renderItem, renderScalar } from './render'

/*
 * The smallest change of the text for each change of the data. Nothing is printed anew but what is new itself,
 * so that columns, quotes, comments and line breaks around it stay as they were.
 * Whether the change means what it should is checked afterwards, by reading the text again (see `draft.ts`).
 */

/** Replaces a scalar, in the quotes it had. */
export function replaceScalar(tree: ScalarTree, value: string | number | boolean | null): TextPatch[] {
  return [{ range: tree.range, text: renderScalar(value, tree.style) }]
}

/**
 * Gives a value to a key that has none (`key:`) or an empty collection (`key: []`).
 * Changes nothing where that would throw a comment away.
 */
export function fillEmpty(text: string, entry: MapEntry, value: Plain, style: 'block' | 'flow'): TextPatch[] {
  const after = afterColon(text, entry)
  const range = { start: after, end: isAbsent(entry.value) ? after : entry.value.range.end }
  if (hasComment(text.slice(range.start, range.end))) return []
  if (style === 'flow' || value === null || typeof value !== 'object') return [{ range, text: ` ${renderFlow(value)}` }]
  const column = columnOf(text, entry.keyRange.start) + 2
  return [{ range, text: '' }, insertion(lineEnd(text, range.end), lines(text, renderBlock(value), column))]
}

/** Adds a key at the end of a map. */
export function addEntry(text: string, map: MapTree, key: string, value: Plain): TextPatch[] {
  const last = map.entries.at(-1)
  const inFlow = `${renderScalar(key)}: ${renderFlow(value)}`
  if (last === undefined) return [{ range: map.range, text: `{ ${inFlow} }` }]
  const end = entryEnd(text, last)
  if (map.style === 'flow') return [insertion(end, `, ${inFlow}`)]
  const column = columnOf(text, last.keyRange.start)
  return [insertion(commentsBelow(text, lineEnd(text, end), column), lines(text, renderEntry(key, value), column))]
}

/** Adds items at the end of a list, in the style of the last one. */
export function addItems(text: string, list: ListTree, values: readonly Plain[]): TextPatch[] {
  const last = list.items.at(-1)
  if (last === undefined) return [{ range: list.range, text: `[${values.map(renderFlow).join(', ')}]` }]
  const end = contentEnd(text, last)
  if (list.style === 'flow') return [insertion(end, values.map((value) => `, ${renderFlow(value)}`).join(''))]
  const column = columnOf(text, list.range.start)
  const gap = hasBlankLinesBetween(text, list) ? lineBreakOf(text) : ''
  const written = values.map((value) => {
    return `${gap}${lines(text, last.style === 'flow' ? [`- ${renderFlow(value)}`] : renderItem(value), column)}`
  })
  return [insertion(commentsBelow(text, lineEnd(text, end), column), written.join(''))]
}

/** Removes a key with its value and the comment lines directly above it. */
export function removeEntry(text: string, map: MapTree, entry: MapEntry): TextPatch[] {
  const index = map.entries.indexOf(entry)
  const parts = map.entries.map((each) => ({ start: each.keyRange.start, end: entryEnd(text, each) }))
  return map.style === 'flow' ? removeFromFlow(text, parts, index) : removeLines(text, parts, index)
}

/** Removes an item of a list with the comment lines directly above it; not the only item of a block list. */
export function removeItem(text: string, list: ListTree, index: number): TextPatch[] {
  if (list.style === 'flow')
    return removeFromFlow(
      text,
      list.items.map((item) => ({ start: item.range.start, end: contentEnd(text, item) })),
      index,
    )
  const column = columnOf(text, list.range.start)
  const parts = list.items.map((item) => ({ start: dashOf(text, item, column), end: contentEnd(text, item) }))
  return removeLines(text, parts, index)
}

/** Replaces a scalar on one line, or a collection in brackets. */
export function replaceInline(tree: Tree, value: Plain): TextPatch[] {
  return [{ range: tree.range, text: renderFlow(value) }]
}

/**
 * Replaces the value of `entry`, a block collection, by one that stands on the line of its key. Comments below the key
 * stay if a blank line sets them apart from what goes.
 */
export function replaceBlock(text: string, entry: MapEntry, value: Plain): TextPatch[] {
  const after = afterColon(text, entry)
  const first = entry.value.range.start
  const top = commentsAbove(text, lineStart(text, first), columnOf(text, first))
  const key = lineEnd(text, after)
  const start = key + text.slice(key, top).trimEnd().length
  const end = lineEnd(text, contentEnd(text, entry.value))
  return [insertion(after, ` ${renderFlow(value)}`), { range: { start, end }, text: '' }]
}

/** Puts item `from` of a list at place `to`; every item takes its comments with it. */
export function moveItem(text: string, list: ListTree, from: number, to: number): TextPatch[] {
  const cores = list.style === 'flow' ? list.items.map(({ range }) => range) : blocksOf(text, list)
  const order = cores.map((_, index) => index)
  order.splice(to, 0, ...order.splice(from, 1))
  return cores.flatMap((range, place) => {
    const moved = cores[order[place]!]!
    return order[place] === place ? [] : [{ range, text: text.slice(moved.start, moved.end) }]
  })
}

/** Items of a block list with their comments, from the start of a line to the end of one. */
function blocksOf(text: string, list: ListTree): { start: number; end: number }[] {
  const column = columnOf(text, list.range.start)
  return list.items.map((item) => ({
    start: commentsAbove(text, lineStart(text, dashOf(text, item, column)), column),
    end: commentsBelow(text, lineEnd(text, contentEnd(text, item)), column),
  }))
}

interface Span {
  readonly start: number
  readonly end: number
}

function removeLines(text: string, parts: readonly Span[], index: number): TextPatch[] {
  const { start, end } = parts[index]!
  const column = columnOf(text, start)
  const next = parts[index + 1]
  const sharesLine = text.slice(lineStart(text, start), start).trim() !== ''
  // The first key of a list item stands behind the dash: the next key takes its place, unless comments are above that.
  if (sharesLine && next !== undefined) {
    const own = lineEnd(text, end)
    if (!hasComment(text.slice(own, next.start))) return [{ range: { start, end: next.start }, text: '' }]
    const dash = lineStart(text, start) + text.slice(lineStart(text, start), start).trimEnd().length
    return [{ range: { start: dash, end: own }, text: '' }]
  }
  const top = commentsAbove(text, lineStart(text, start), column)
  const bottom = commentsBelow(text, lineEnd(text, end), column)
  const after = nextLine(text, bottom)
  const blankAbove = top > 0 && isBlank(text, lineStart(text, top - 1))
  const blankBelow = after >= text.length || isBlank(text, after)
  const first = blankAbove && blankBelow ? lineStart(text, top - 1) : top
  // The last line may have no line break: then the one before it goes.
  if (after === bottom) return [{ range: { start: first === 0 ? 0 : lineEnd(text, first - 1), end: bottom }, text: '' }]
  return [{ range: { start: first, end: after }, text: '' }]
}

function removeFromFlow(text: string, parts: readonly Span[], index: number): TextPatch[] {
  const { start, end } = parts[index]!
  const before = parts[index - 1]
  const next = parts[index + 1]
  if (before !== undefined && !hasComment(text.slice(before.end, start)))
    return [{ range: { start: before.end, end }, text: '' }]
  if (next !== undefined && !hasComment(text.slice(end, next.start)))
    return [{ range: { start, end: next.start }, text: '' }]
  // A comment on each side stays; the comma behind the part goes, one before it may trail.
  const comma = /^\s*,/.exec(text.slice(end))
  return [{ range: { start, end: end + (comma?.[0].length ?? 0) }, text: '' }]
}

function hasComment(between: string): boolean {
  return /#/.test(between)
}

/** Where the dash of an item stands: in the list's column, on the item's line or one above it. */
function dashOf(text: string, item: Tree, column: number): number {
  let line = lineStart(text, item.range.start)
  while (line > 0 && text[line + column] !== '-') line = lineStart(text, line - 1)
  return line + column
}

function hasBlankLinesBetween(text: string, list: ListTree): boolean {
  const [last, before] = [list.items.at(-1), list.items.at(-2)]
  if (last === undefined || before === undefined) return false
  return /\n[ \t]*\r?\n/.test(text.slice(contentEnd(text, before), last.range.start))
}

/** End of a key's value as written; of the colon when there is no value. */
function entryEnd(text: string, entry: MapEntry): number {
  return isAbsent(entry.value) ? afterColon(text, entry) : contentEnd(text, entry.value)
}

/** End of what is written of a value, without comments and line breaks behind it. */
function contentEnd(text: string, tree: Tree): number {
  if (tree.style !== 'block' || tree.aliased) return tree.range.end
  if (tree.kind === 'map') {
    const last = tree.entries.at(-1)
    return last === undefined ? tree.range.end : entryEnd(text, last)
  }
  if (tree.kind === 'list') {
    const last = tree.items.at(-1)
    return last === undefined ? tree.range.end : contentEnd(text, last)
  }
  return tree.range.start + text.slice(tree.range.start, tree.range.end).trimEnd().length
}

/** Place behind the colon of a key; behind the key itself in a flow map that leaves the colon out. */
function afterColon(text: string, entry: MapEntry): number {
  const gap = /^\s*:/.exec(text.slice(entry.keyRange.end))
  return entry.keyRange.end + (gap?.[0].length ?? 0)
}

function isAbsent(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.value === null && tree.source === '' && tree.style === 'plain'
}

function insertion(at: number, text: string): TextPatch {
  return { range: { start: at, end: at }, text }
}

function lines(text: string, written: readonly string[], column: number): string {
  return written.map((line) => `${lineBreakOf(text)}${' '.repeat(column)}${line}`).join('')
}
