import type { Scenario } from '../../catalog/specs'
import type { Diagnostic, DocumentPath, QuickFix, Severity, TextRange } from '../diagnostic'
import { renderScalar } from '../edit/render'
import type { Facts } from '../facts'
import { rangeOf } from '../locate'
import type { Propose } from '../propose'
import { type Tree, treeAt } from '../yaml/tree'

/** What a rule may look at. */
export interface RuleContext {
  readonly root: Tree
  readonly facts: Facts
  /** The whole, where nothing is wrong with its shape; its wiring may be. */
  readonly scenario: Scenario | undefined
  readonly propose: Propose
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
  text: string | number,
  title = `Change to ${text}`,
): QuickFix[] {
  const value = treeAt(context.root, path)
  if (value?.kind !== 'scalar' || value.aliased) return []
  return [{ title, patches: [{ range: value.range, text: renderScalar(text, value.style) }] }]
}
