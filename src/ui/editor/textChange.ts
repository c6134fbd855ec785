import type { TextPatch } from '../../scenario/diagnostic'
import { changesBetween } from '../../scenario/textPatches'
import { type DisplayText, displayOf, lineEndOf } from './displayText'

/** The source after its display was edited to `display`; everything outside the edits keeps its bytes. */
export function sourceAfter(before: DisplayText, display: string): string {
  const lineEnd = lineEndOf(before.source)
  const parts: string[] = []
  let position = 0
  for (const { range, text } of changesBetween(before.display, display)) {
    parts.push(before.source.slice(position, before.toSource(range.start)), text.replaceAll('\n', lineEnd))
    position = before.toSource(range.end)
  }
  parts.push(before.source.slice(position))
  const source = parts.join('')
  // Beside a new `\n` a lone `\r` would become half of a `\r\n`; then all line ends are made alike.
  return displayOf(source).display === display ? source : display.replaceAll('\n', lineEnd)
}

/** Where the last of `changes` ends in the text that they lead to. */
export function endOfChanges(changes: readonly TextPatch[]): number {
  let shift = 0
  let end = 0
  for (const { range, text } of changes) {
    end = range.start + shift + text.length
    shift += text.length - (range.end - range.start)
  }
  return end
}
