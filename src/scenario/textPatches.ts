import { invariant } from '../base/assert'
import type { TextPatch } from './diagnostic'

/** Applies patches that all refer to `text` and do not overlap. */
export function applyTextPatches(text: string, patches: readonly TextPatch[]): string {
  const ordered = [...patches].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
  const parts: string[] = []
  let position = 0
  for (const { range, text: replacement } of ordered) {
    invariant(range.start >= position && range.end >= range.start, `patches overlap at offset ${range.start}`)
    invariant(range.end <= text.length, `patch ends at ${range.end}, beyond the text`)
    parts.push(text.slice(position, range.start), replacement)
    position = range.end
  }
  parts.push(text.slice(position))
  return parts.join('')
}

/**
 * The smallest edits that turn `before` into `after`, in ascending order: one edit between the common
 * beginning and the common end, or one per changed line where the number of lines stays the same
 * (so that a rename, which touches lines far apart, moves no caret between them).
 */
export function changesBetween(before: string, after: string): readonly TextPatch[] {
  if (before === after) return []
  const start = commonPrefix(before, after)
  const end = commonSuffix(before, after, start)
  const oldLines = before.slice(start, before.length - end).split('\n')
  const newLines = after.slice(start, after.length - end).split('\n')
  if (oldLines.length !== newLines.length) {
    return [{ range: { start, end: before.length - end }, text: after.slice(start, after.length - end) }]
  }
  const changes: TextPatch[] = []
  let lineStart = start
  for (const [index, oldLine] of oldLines.entries()) {
    const newLine = newLines[index] as string
    if (oldLine !== newLine) changes.push(changeOfLine(oldLine, newLine, lineStart))
    lineStart += oldLine.length + 1
  }
  return changes
}

function changeOfLine(oldLine: string, newLine: string, lineStart: number): TextPatch {
  const start = commonPrefix(oldLine, newLine)
  const end = commonSuffix(oldLine, newLine, start)
  return {
    range: { start: lineStart + start, end: lineStart + oldLine.length - end },
    text: newLine.slice(start, newLine.length - end),
  }
}

/** Length of the common beginning; never ends inside of a surrogate pair. */
function commonPrefix(a: string, b: string): number {
  const limit = Math.min(a.length, b.length)
  let length = 0
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length += 1
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length
}

/** Length of the common end that does not reach into the first `prefix` units; never starts inside of a surrogate pair. */
function commonSuffix(a: string, b: string, prefix: number): number {
  const limit = Math.min(a.length, b.length) - prefix
  let length = 0
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length += 1
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}
