import type { TextPosition } from '../../scenario/diagnostic'

/** Lines and columns of a text whose only line end is `\n`. */
export interface LinePositions {
  /** O(log n); an offset outside of the text is moved into it. */
  positionAt(offset: number): TextPosition
  offsetAt(position: TextPosition): number
}

export function linePositions(text: string): LinePositions {
  const starts = [0]
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1)
  return {
    positionAt(offset) {
      const inside = Math.max(0, Math.min(offset, text.length))
      let line = 0
      let high = starts.length - 1
      while (line < high) {
        const middle = (line + high + 1) >> 1
        if ((starts[middle] as number) <= inside) line = middle
        else high = middle - 1
      }
      return { line: line + 1, column: inside - (starts[line] as number) + 1 }
    },
    offsetAt: ({ line, column }) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length),
  }
}
