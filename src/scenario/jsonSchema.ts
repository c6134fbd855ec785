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
  readonly exclusiveMaximum?: number
  /** What a text must look like, as a regular expression. */
  readonly pattern?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  /** Keys that follow a pattern instead of having a name of their own. */
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: false
  readonly items?: JsonSchema
  readonly discriminator?: { readonly propertyName: string }
  readonly oneOf?: readonly JsonSchema[]
  /** Values to start from. */
  readonly examples?: readonly unknown[]
  /** Unit as shown beside the field, e.g. `s`. */
  readonly 'x-unit'?: string
  /** `id` of a component, or `ref:<set>` for a reference to one. */
  readonly 'x-role'?: string
  /** Name of a form that recurs, e.g. `duration`. */
  readonly 'x-kind'?: string
  /** The sets of parameters that determine a law, the one to offer first at the front. */
  readonly 'x-spellings'?: readonly (readonly string[])[]
  /** Keys to offer where they follow a pattern. */
  readonly 'x-keys'?: readonly string[]
  /** Words that may stand in the place of a number. */
  readonly 'x-words'?: readonly string[]
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'null'

/** Whether `schema` admits values of `type`. */
export function admits(schema: JsonSchema, type: JsonType): boolean {
  return schema.type === type || (Array.isArray(schema.type) && schema.type.includes(type))
}

/** The members of a choice, each with what the choice says of all of them; the schema itself where there is no choice. */
export function membersOf(schema: JsonSchema): readonly JsonSchema[] {
  const { oneOf, properties, required = [] } = schema
  if (oneOf === undefined) return [schema]
  if (properties === undefined) return oneOf
  return oneOf.map((member) => ({
    ...member,
    properties: { ...properties, ...member.properties },
    required: [...required, ...(member.required ?? [])],
  }))
}

/**
 * The member of a choice that `kind` stands for; the schema itself where there is no choice.
 * Where no kind is written, the member that may leave it out.
 */
export function branchFor(schema: JsonSchema, kind: unknown): JsonSchema | undefined {
  const tag = schema.discriminator?.propertyName
  if (schema.oneOf === undefined || tag === undefined) return schema
  return membersOf(schema).find((member) => {
    const words = propertyOf(member, tag)
    return typeof kind === 'string' ? words?.enum?.includes(kind) : kind === undefined && words?.default !== undefined
  })
}

/** Schema of the property `key`, looked up among own properties only: a key may be called `constructor`. */
export function propertyOf(schema: JsonSchema, key: string): JsonSchema | undefined {
  if (schema.properties !== undefined && Object.hasOwn(schema.properties, key)) return schema.properties[key]
  return Object.entries(schema.patternProperties ?? {}).find(([pattern]) => new RegExp(pattern, 'u').test(key))?.[1]
}
