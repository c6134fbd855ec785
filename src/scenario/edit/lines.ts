/** Start of the line that `offset` lies in. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** End of the line that `offset` lies in, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  if (newline < 0) return text.length
  return newline > 0 && text[newline - 1] === '\r' ? newline - 1 : newline
}

/** Start of the line after the one that `offset` lies in; the end of the text if there is none. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  return newline < 0 ? text.length : newline + 1
}

/** Characters before `offset` in its line. */
export function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset)
}

/** The line break that the text uses. */
export function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n'
}

/** Start of the comment lines directly above the line at `start` that are indented by `column`; `start` if there are none. */
export function commentsAbove(text: string, start: number, column: number): number {
  let top = start
  while (top > 0) {
    const above = lineStart(text, top - 1)
    const line = text.slice(above, top)
    if (!/^[ \t]*#/.test(line) || line.search(/\S/) !== column) break
    top = above
  }
  return top
}

/** End of the comment lines directly below the line that ends at `end`, as long as they are indented by more than `column`. */
export function commentsBelow(text: string, end: number, column: number): number {
  let bottom = end
  for (;;) {
    const below = nextLine(text, bottom)
    if (below >= text.length) return bottom
    const line = text.slice(below, lineEnd(text, below))
    if (!/^[ \t]*#/.test(line) || line.search(/\S/) <= column) return bottom
    bottom = lineEnd(text, below)
  }
}

/** Whether the line at `start` holds nothing but spaces. */
export function isBlank(text: string, start: number): boolean {
  return text.slice(start, lineEnd(text, start)).trim() === ''
}
