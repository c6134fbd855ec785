import type { DocumentPath } from './diagnostic'

/** The value at `path` of a scenario; undefined where there is none. */
export function valueAt(scenario: unknown, path: DocumentPath): unknown {
  let value = scenario
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<string | number, unknown>>)[part]
  }
  return value
}
