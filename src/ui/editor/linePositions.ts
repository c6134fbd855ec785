import { countBelow } from '../../base/search'
import type { TextPosition } from '../../scenario/diagnostic'

/**
 * Line and column, both from 1, of offsets in a text whose only line end is `\n`; an offset outside of the text
 * is moved into it. O(log n) for each.
 */
export function linePositions(text: string): (offset: number) => TextPosition {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, text.length))
    const line = countBelow(starts, inside + 1)
    return { line, column: inside - (starts[line - 1] as number) + 1 }
  }
}
