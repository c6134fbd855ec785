import { invariant } from '../base/assert'
import type { TextPatch } from '../scenario/diagnostic'

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
