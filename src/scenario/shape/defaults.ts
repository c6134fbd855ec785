import { branchFor, type JsonSchema, propertyOf } from '../jsonSchema'

/** Copies data of the right shape and fills in the default of every key that was left out. */
export function withDefaults(data: unknown, schema: JsonSchema): unknown {
  if (Array.isArray(data)) return data.map((item) => withDefaults(item, schema.items ?? {}))
  if (typeof data !== 'object' || data === null) return data
  const written = data as Readonly<Record<string, unknown>>
  const branch = branchFor(schema, written[schema.discriminator?.propertyName ?? '']) ?? schema
  const filled: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(branch.properties ?? {}), ...Object.keys(written)])) {
    const property = propertyOf(branch, key)
    if (property === undefined) continue
    if (Object.hasOwn(written, key)) filled[key] = withDefaults(written[key], property)
    else if (property.default !== undefined) filled[key] = copyOf(property.default)
  }
  return filled
}

/** Defaults are scalars or lists of words; two scenarios must not share a list. */
function copyOf(value: unknown): unknown {
  return Array.isArray(value) ? [...value] : value
}
