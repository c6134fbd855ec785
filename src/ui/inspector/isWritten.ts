import type { DocumentPath } from '../../scenario/diagnostic'
import type { ParsedScenario } from '../../scenario/parse'

/** Whether the text has a value of its own at `path`, so that no default applies. */
export function isWritten(parsed: ParsedScenario, path: DocumentPath): boolean {
  const own = parsed.rangeOf(path)
  const parent = parsed.rangeOf(path.slice(0, -1))
  return own.start !== parent.start || own.end !== parent.end
}
