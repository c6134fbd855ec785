import type { DocumentPath } from '../../scenario/diagnostic'
import type { ParsedScenario } from '../../scenario/parse'

/** The value at `path` of a scenario; undefined where there is none. */
export function valueAt(scenario: unknown, path: DocumentPath): unknown {
  let value = scenario
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[part]
  }
  return value
}

/** Whether the text has a value of its own at `path`, so that no default applies. */
export function isWritten(parsed: ParsedScenario, path: DocumentPath): boolean {
  const own = parsed.rangeOf(path)
  const parent = parsed.rangeOf(path.slice(0, -1))
  return own.start !== parent.start || own.end !== parent.end
}
