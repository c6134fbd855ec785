import { countBelow } from '../../base/search'

/**
 * Editors in a browser know one kind of line end and no byte order mark: Monaco and a text area both
 * replace what they are given. So they show a copy, in which every line ends in `\n`, and what is
 * typed there is carried over to the text itself: untouched lines keep their bytes, mixed line ends included.
 */
export interface DisplayText {
  readonly source: string
  /** What the editor holds: `source` with `\n` as its only line end and without a byte order mark. */
  readonly display: string
  /** Offset in `display` of an offset in `source`. O(log n). */
  toDisplay(offset: number): number
  /** Offset in `source` of an offset in `display`. O(log n). */
  toSource(offset: number): number
}

const BYTE_ORDER_MARK = '\uFEFF'

let latest: DisplayText | undefined

/** The copy of `source` that an editor shows. The latest answer is kept, so asking again is free. */
export function displayOf(source: string): DisplayText {
  if (latest?.source !== source) latest = createDisplayText(source)
  return latest
}

/** The line end that new lines of `source` get: the first one it has. */
export function lineEndOf(source: string): string {
  return /\r\n?|\n/.exec(source)?.[0] ?? '\n'
}

function createDisplayText(source: string): DisplayText {
  const mark = source.startsWith(BYTE_ORDER_MARK) ? 1 : 0
  if (mark === 0 && !source.includes('\r')) {
    return { source, display: source, toDisplay: (offset) => offset, toSource: (offset) => offset }
  }
  const wideInSource = Array.from(source.matchAll(/\r\n/g), (match) => match.index)
  const wideInDisplay = wideInSource.map((offset, index) => offset - mark - index)
  return {
    source,
    display: source.slice(mark).replace(/\r\n?/g, '\n'),
    toDisplay: (offset) => Math.max(0, offset - mark - countBelow(wideInSource, offset)),
    toSource: (offset) => offset + mark + countBelow(wideInDisplay, offset),
  }
}
