import type { Scenario } from '../catalog/specs'
import type { Diagnostic, DocumentPath, TextRange } from './diagnostic'
import type { ElementRef } from './element'

/** The result of reading a text: diagnostics always, the scenario when no error stands in its way. */
export interface ParsedScenario {
  readonly text: string
  readonly scenario: Scenario | undefined
  /** Ordered by position in the text. */
  readonly diagnostics: readonly Diagnostic[]
  /** Range of the value at `path` (or of its nearest existing ancestor). */
  rangeOf(path: DocumentPath): TextRange
  /** Path of an element as written in the text; undefined if it is not there. */
  pathOf(element: ElementRef): DocumentPath | undefined
  /** Innermost element whose text contains `offset`. */
  elementAt(offset: number): ElementRef | undefined
}
