import type { Diagnostic, DocumentPath, QuickFix, Severity, TextRange } from '../diagnostic'
import type { Facts } from '../facts'
import { rangeOf } from '../locate'
import { entryAt, type Tree } from '../yaml/tree'

/** What a rule may look at. */
export interface RuleContext {
  readonly text: string
  readonly root: Tree
  readonly facts: Facts
}

/** One sentence of the language's contract: yields a diagnostic for every place that breaks it. */
export type Rule = (context: RuleContext) => Iterable<Diagnostic>

interface Finding {
  readonly code: string
  readonly path: DocumentPath
  readonly message: string
  readonly hint: string
  readonly severity?: Severity
  /** Where to point when that is not the value at `path`. */
  readonly range?: TextRange
  readonly fixes?: readonly QuickFix[]
}

/** A diagnostic about the value at `path`. */
export function finding(context: RuleContext, { severity = 'error', range, fixes = [], ...rest }: Finding): Diagnostic {
  return {
    severity,
    range: range ?? rangeOf(context.root, rest.path),
    ...rest,
    ...(fixes.length === 0 ? {} : { fixes }),
  }
}

/** Changes the scalar at `path`; no fix where the text is shared through an alias. */
export function changeValue(
  context: RuleContext,
  path: DocumentPath,
  text: string,
  title = `Change to ${text}`,
): QuickFix[] {
  const value = entryAt(context.root, path)?.value
  if (value === undefined || value.aliased) return []
  return [{ title, patches: [{ range: value.range, text }] }]
}
