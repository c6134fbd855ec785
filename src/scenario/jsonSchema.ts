/**
 * The part of JSON Schema that the scenario language is written in.
 * A union with null is spelled as a list of types; a choice between objects as `oneOf` with a discriminator.
 */
export interface JsonSchema {
  readonly title?: string
  readonly description?: string
  readonly type?: JsonType | readonly JsonType[]
  readonly enum?: readonly string[]
  readonly default?: unknown
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false
  readonly items?: JsonSchema
  readonly discriminator?: { readonly propertyName: string }
  readonly oneOf?: readonly JsonSchema[]
  /** Unit as shown beside the field, e.g. `s`. */
  readonly 'x-unit'?: string
  /** `id` of a component, or `ref:<set>` for a reference to one. */
  readonly 'x-role'?: string
  /** Name of a form that recurs, e.g. `random-variable`. */
  readonly 'x-kind'?: string
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'null'

/** Whether `schema` admits values of `type`. */
export function admits(schema: JsonSchema, type: JsonType): boolean {
  return schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type))
}

/** The member of a `oneOf` that `kind` stands for; the schema itself where there is no choice. */
export function branchFor(schema: JsonSchema, kind: unknown): JsonSchema | undefined {
  if (schema.oneOf === undefined || schema.discriminator === undefined) return schema
  const tag = schema.discriminator.propertyName
  return schema.oneOf.find((member) => typeof kind === 'string' && propertyOf(member, tag)?.enum?.includes(kind))
}

/** Schema of the property `key`, looked up among own properties only: a key may be called `constructor`. */
export function propertyOf(schema: JsonSchema, key: string): JsonSchema | undefined {
  return schema.properties !== undefined && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
}
