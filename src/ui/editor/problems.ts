import type { Diagnostic, TextPosition, TextRange } from '../../scenario/diagnostic'
import type { ParsedScenario } from '../../scenario/parse'
import { displayOf } from './displayText'
import { linePositions } from './linePositions'

/** A diagnostic with its place in the editor. */
export interface Problem {
  readonly diagnostic: Diagnostic
  /** Range in the display text. */
  readonly range: TextRange
  readonly start: TextPosition
  readonly end: TextPosition
  /** The text that its range and fixes refer to. */
  readonly source: string
}

/** The problems of a parsed text, in its order. */
export function problemsOf({ text, diagnostics }: Pick<ParsedScenario, 'text' | 'diagnostics'>): readonly Problem[] {
  const { display, toDisplay } = displayOf(text)
  const positionAt = linePositions(display)
  return diagnostics.map((diagnostic) => {
    const range = { start: toDisplay(diagnostic.range.start), end: toDisplay(diagnostic.range.end) }
    return { diagnostic, range, start: positionAt(range.start), end: positionAt(range.end), source: text }
  })
}

/** The problem after (or before) the caret, going round at the end. */
export function neighbouringProblem(
  problems: readonly Problem[],
  caret: number,
  direction: 'next' | 'previous',
): Problem | undefined {
  if (direction === 'next') return problems.find(({ range }) => range.start > caret) ?? problems[0]
  return problems.findLast(({ range }) => range.start < caret) ?? problems.at(-1)
}

/** `2 errors, 1 warning`, or `No problems`. */
export function countProblems(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const parts = [
    ...(errors > 0 ? [`${errors} ${errors === 1 ? 'error' : 'errors'}`] : []),
    ...(warnings > 0 ? [`${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`] : []),
  ]
  return parts.length === 0 ? 'No problems' : parts.join(', ')
}
