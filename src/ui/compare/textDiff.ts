import { structuredPatch } from 'diff'

/** One line of a diff, with its number in the text before and after, where it is in there. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly before: number | undefined
  readonly after: number | undefined
}

/** Lines that belong together: changes and what stands around them. */
export type DiffHunk = readonly DiffLine[]

/** Equal lines shown around a change. */
const CONTEXT = 3
/** Texts with more changed lines than this have little in common, and comparing them takes long. */
const MOST_CHANGES = 1000

/** What changed from one text to another, line by line; empty: nothing. Undefined for texts with little in common. */
export function textDiff(before: string, after: string): readonly DiffHunk[] | undefined {
  const options = { context: CONTEXT, maxEditLength: MOST_CHANGES }
  const patch = structuredPatch('', '', before, after, undefined, undefined, options)
  return patch?.hunks.map(({ lines, oldStart, newStart }) => numbered(lines, oldStart, newStart))
}

const kinds = { ' ': 'same', '-': 'removed', '+': 'added' } as const

/** Lines of a hunk begin with what happened to them; `\ No newline at end of file` is no line of either text. */
function numbered(lines: readonly string[], firstBefore: number, firstAfter: number): DiffLine[] {
  let before = firstBefore
  let after = firstAfter
  return lines
    .filter((line) => !line.startsWith('\\'))
    .map((line) => {
      const kind = kinds[line[0] as keyof typeof kinds]
      return {
        kind,
        text: line.slice(1),
        before: kind === 'added' ? undefined : before++,
        after: kind === 'removed' ? undefined : after++,
      }
    })
}
