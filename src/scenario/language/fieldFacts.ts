import { admits, type JsonSchema } from '../jsonSchema'

/** The default as YAML spells it; undefined where there is none. */
export function defaultOf({ default: value }: JsonSchema): string | undefined {
  if (value === undefined) return undefined
  if (Array.isArray(value)) return `[${value.join(', ')}]`
  return String(value)
}

/** The unit of a field; of a random variable, that of its mean. */
export function unitOf(schema: JsonSchema): string | undefined {
  const isRandom = schema['x-kind'] === 'random-variable'
  return isRandom ? schema.properties?.mean?.['x-unit'] : schema['x-unit']
}

/** What a value may be, in a few words: `> 0`, `1 … 120, whole number`, `poisson, normal`. */
export function boundsOf(schema: JsonSchema): string | undefined {
  const values = schema.enum ?? schema.items?.enum
  if (values !== undefined) return values.join(', ')
  const parts = [
    ...(rangeOf(schema) ?? []),
    ...(admits(schema, 'integer') ? ['whole number'] : []),
    ...(schema['x-words'] ?? []).map((word) => `or ${word}`),
    ...(Array.isArray(schema.type) && admits(schema, 'null') && !schema.items ? ['or null'] : []),
  ]
  return parts.length === 0 ? undefined : parts.join(', ')
}

function rangeOf(schema: JsonSchema): readonly string[] | undefined {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema
  if (exclusiveMinimum !== undefined && exclusiveMaximum !== undefined)
    return [`> ${exclusiveMinimum} and < ${exclusiveMaximum}`]
  if (minimum !== undefined && maximum !== undefined) return [`${minimum} … ${maximum}`]
  if (minimum !== undefined) return [`≥ ${minimum}`]
  if (exclusiveMinimum !== undefined) return [`> ${exclusiveMinimum}`]
  return maximum === undefined ? undefined : [`≤ ${maximum}`]
}
