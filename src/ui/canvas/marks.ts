import type { Severity } from '../../scenario/diagnostic'
import type { ParsedScenario } from '../../scenario/parse'
import { linkIdOf, nodeIdOf } from './elements'
import type { Graph } from './graph'

/** What the text's diagnostics say about one card or arrow. */
export interface Mark {
  /** The worst of them. */
  readonly severity: Severity
  readonly messages: readonly string[]
}

export interface Marks {
  readonly nodes: ReadonlyMap<string, Mark>
  readonly links: ReadonlyMap<string, Mark>
}

/** Sorts diagnostics by the card or arrow whose text they are in. */
export function marksOf(parsed: ParsedScenario, graph: Graph): Marks {
  const nodes = new Map<string, Mark>()
  const links = new Map<string, Mark>()
  for (const { severity, message, range } of parsed.diagnostics) {
    const element = parsed.elementAt(range.start)
    const nodeId = nodeIdOf(element, graph)
    const linkId = linkIdOf(element)
    if (nodeId !== undefined) nodes.set(nodeId, withMessage(nodes.get(nodeId), severity, message))
    if (linkId !== undefined) links.set(linkId, withMessage(links.get(linkId), severity, message))
  }
  return { nodes, links }
}

function withMessage(mark: Mark | undefined, severity: Severity, message: string): Mark {
  if (!mark) return { severity, messages: [message] }
  return {
    severity: mark.severity === 'error' ? 'error' : severity,
    messages: [...mark.messages, message],
  }
}

/** The mark as a screen reader says it. */
export function markText({ severity, messages }: Mark): string {
  const count = messages.length === 1 ? '1 problem' : `${messages.length} problems`
  return `${severity}: ${count}. ${messages.join(' ')}`
}
