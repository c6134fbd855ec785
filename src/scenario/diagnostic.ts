/** Half-open range of UTF-16 offsets in the scenario's text. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Replaces `range` by `text`. Several patches of one edit refer to the same original text and never overlap. */
export interface TextPatch {
  readonly range: TextRange
  readonly text: string
}

/** Keys and indexes from the root of the document to a value. */
export type DocumentPath = readonly (string | number)[]

export type Severity = 'error' | 'warning'

/** A way out that one click applies. */
export interface QuickFix {
  readonly title: string
  readonly patches: readonly TextPatch[]
}

/** Something to say about the text: what is wrong, where exactly, and how to go on. */
export interface Diagnostic {
  /** Stable name of the rule, kebab-case; tests and documents refer to it. */
  readonly code: string
  readonly severity: Severity
  readonly range: TextRange
  readonly path: DocumentPath
  /** One sentence that names the thing. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string
  readonly fixes?: readonly QuickFix[]
}

/** Position as people count: both from 1, columns in UTF-16 units. */
export interface TextPosition {
  readonly line: number
  readonly column: number
}
