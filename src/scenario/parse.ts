import type { Scenario } from '../catalog/specs'
import type { Diagnostic, DocumentPath, TextRange } from './diagnostic'
import type { ElementRef } from './element'
import { gatherFacts } from './facts'
import { schema } from './generated/schema'
import { elementAt, pathOf, rangeOf } from './locate'
import { normalize } from './normalize'
import { createProposals } from './propose'
import { checkRules } from './rules'
import { withDefaults } from './shape/defaults'
import { readShape } from './shape/shape'
import { readYaml } from './yaml/read'
import type { Tree } from './yaml/tree'

/** The result of reading a text: diagnostics always, the scenario when no error stands in its way. */
export interface ParsedScenario {
  readonly text: string
  readonly scenario: Scenario | undefined
  /**
   * The scenario as far as its shape goes, also while rules across fields are broken (a server without an answer
   * edge, say): good enough to draw and to fill forms, not to run. Its ids may be doubled or dangling.
   */
  readonly drawable: Scenario | undefined
  /** Ordered by position in the text. */
  readonly diagnostics: readonly Diagnostic[]
  /** Range of the value at `path` (or of its nearest existing ancestor). */
  rangeOf(path: DocumentPath): TextRange
  /** Path of an element as written in the text; undefined if it is not there. */
  pathOf(element: ElementRef): DocumentPath | undefined
  /** Innermost element whose text contains `offset`. */
  elementAt(offset: number): ElementRef | undefined
}

/**
 * Reads a scenario: YAML within limits, then its shape, then the rules across fields. All problems are reported
 * at once, except that broken YAML hides what lies behind it. Never throws.
 */
export function parseScenario(text: string): ParsedScenario {
  const yaml = readYaml(text)
  const canRead = yaml.root !== undefined && !yaml.diagnostics.some(isError)
  if (!canRead || yaml.root === undefined) return parsed(text, {}, yaml.root, yaml.diagnostics)
  const { root } = yaml
  const propose = createProposals(text)
  const shape = readShape(root, propose)
  const drawable = shape.diagnostics.some(isError) ? undefined : toScenario(shape.data)
  const rules = checkRules({ root, propose, facts: gatherFacts(root, shape), scenario: drawable })
  const diagnostics = [...yaml.diagnostics, ...shape.diagnostics, ...rules]
  const scenario = diagnostics.some(isError) ? undefined : drawable
  return parsed(text, { scenario, drawable }, root, diagnostics)
}

/** The data of a text without errors; keys, types and ranges have been checked. */
function toScenario(data: unknown): Scenario {
  const scenario = normalize(withDefaults(data, schema)) as Scenario
  return { ...scenario, events: scenario.events ?? [], slos: scenario.slos ?? [] }
}

function parsed(
  text: string,
  { scenario, drawable }: { readonly scenario?: Scenario | undefined; readonly drawable?: Scenario | undefined },
  root: Tree | undefined,
  diagnostics: readonly Diagnostic[],
): ParsedScenario {
  return {
    text,
    scenario,
    drawable,
    diagnostics: diagnostics.toSorted((a, b) => a.range.start - b.range.start || a.range.end - b.range.end),
    rangeOf: (path) => rangeOf(root, path),
    pathOf: (element) => pathOf(root, element),
    elementAt: (offset) => elementAt(root, offset),
  }
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error'
}
