import type { TextPatch } from '../diagnostic'

type Piece =
  | { readonly kind: 'kept'; readonly start: number; readonly end: number }
  | { readonly kind: 'new'; readonly text: string }

/**
 * A text under several changes in a row, as pieces of the original and of new text.
 * In the end it tells all changes as one set of patches of the original.
 */
export class Pieces {
  readonly #original: string
  #pieces: readonly Piece[]

  constructor(original: string) {
    this.#original = original
    this.#pieces = [{ kind: 'kept', start: 0, end: original.length }]
  }

  /** The present text. */
  get text(): string {
    return this.#pieces.map((piece) => this.#textOf(piece)).join('')
  }

  /** Applies patches that refer to the present text and do not overlap. */
  apply(patches: readonly TextPatch[]): void {
    for (const { range, text } of patches.toSorted(
      (a, b) => b.range.start - a.range.start || b.range.end - a.range.end,
    )) {
      const before = this.#slice(0, range.start)
      const after = this.#slice(range.end, Number.POSITIVE_INFINITY)
      this.#pieces = [...before, { kind: 'new', text } as const, ...after].filter((piece) => lengthOf(piece) > 0)
    }
  }

  /** What has changed, as patches of the original. */
  patches(): TextPatch[] {
    const patches: TextPatch[] = []
    let reached = 0
    let inserted = ''
    for (const piece of [
      ...this.#pieces,
      { kind: 'kept', start: this.#original.length, end: this.#original.length } as const,
    ]) {
      if (piece.kind === 'new') {
        inserted += piece.text
        continue
      }
      const patch = trimmed(this.#original, { range: { start: reached, end: piece.start }, text: inserted })
      if (patch !== undefined) patches.push(patch)
      reached = piece.end
      inserted = ''
    }
    return patches
  }

  #textOf(piece: Piece): string {
    return piece.kind === 'new' ? piece.text : this.#original.slice(piece.start, piece.end)
  }

  #slice(from: number, to: number): Piece[] {
    const sliced: Piece[] = []
    let offset = 0
    for (const piece of this.#pieces) {
      const length = lengthOf(piece)
      const start = Math.max(0, from - offset)
      const end = Math.min(length, to - offset)
      if (start < end) sliced.push(cut(piece, start, end))
      offset += length
    }
    return sliced
  }
}

function lengthOf(piece: Piece): number {
  return piece.kind === 'new' ? piece.text.length : piece.end - piece.start
}

function cut(piece: Piece, start: number, end: number): Piece {
  if (piece.kind === 'new') return { kind: 'new', text: piece.text.slice(start, end) }
  return { kind: 'kept', start: piece.start + start, end: piece.start + end }
}

/** The patch without what it would only write again; undefined if nothing is left. */
function trimmed(original: string, { range, text }: TextPatch): TextPatch | undefined {
  let { start, end } = range
  let from = 0
  let to = text.length
  while (start < end && from < to && original[start] === text[from]) {
    start += 1
    from += 1
  }
  while (start < end && from < to && original[end - 1] === text[to - 1]) {
    end -= 1
    to -= 1
  }
  return start === end && from === to ? undefined : { range: { start, end }, text: text.slice(from, to) }
}
