import type { DocumentPath } from './diagnostic'
import { schema } from './generated/schema'
import { type JsonSchema, type JsonType, propertyOf } from './jsonSchema'

/** What the language says of one field: for forms, hover, completion and messages. */
export interface FieldSchema {
  /** Short label without the unit. */
  readonly title: string
  readonly description: string
  readonly type: Exclude<JsonType, 'null'>
  /** Whether `null` may be written. */
  readonly nullable: boolean
  /** Whether the key must be there. */
  readonly requiredKey: boolean
  readonly unit?: string
  /** What holds when the key is left out. */
  readonly default?: unknown
  readonly minimum?: number
  /** The value must be greater than this. */
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  /** Words that may be written, in the order to offer them. */
  readonly options?: readonly string[]
  /** `id`, or `ref:source`, `ref:target`, `ref:server`, `ref:event-target`. */
  readonly role?: string
  /** Name of a form that recurs, e.g. `random-variable`. */
  readonly form?: string
  /** Keys of a map, in the order to offer them. */
  readonly keys?: readonly string[]
  /** Keys of a map that must be there. */
  readonly required?: readonly string[]
}

/**
 * The field at `path` of a scenario; undefined where the language knows none.
 * `kind` is the kind of the step that the path lies in: without it, the first kind that has the key answers.
 */
export function fieldSchemaAt(path: DocumentPath, kind?: string): FieldSchema | undefined {
  let current: readonly JsonSchema[] = [schema]
  let requiredKey = true
  for (const part of path) {
    const parents: readonly JsonSchema[] = current
    current = parents.flatMap((parent) => membersAt(parent, part, kind))
    requiredKey = typeof part === 'string' && parents.some((parent) => isRequired(parent, part, kind))
    if (current.length === 0) return undefined
  }
  return describeField(current, requiredKey, kind)
}

function membersAt(parent: JsonSchema, part: string | number, kind: string | undefined): readonly JsonSchema[] {
  if (typeof part === 'number') return parent.items === undefined ? [] : [parent.items]
  return branches(parent, kind).flatMap((branch) => propertyOf(branch, part) ?? [])
}

function isRequired(parent: JsonSchema, key: string, kind: string | undefined): boolean {
  return branches(parent, kind).some((branch) => branch.required?.includes(key) === true)
}

/** The objects that `schema` may stand for: one, or all kinds while the kind is not known. */
function branches(parent: JsonSchema, kind: string | undefined): readonly JsonSchema[] {
  if (parent.oneOf === undefined) return [parent]
  const tag = parent.discriminator?.propertyName ?? ''
  const named = parent.oneOf.filter((branch) => kind !== undefined && propertyOf(branch, tag)?.enum?.includes(kind))
  return named.length > 0 ? named : parent.oneOf
}

function describeField(found: readonly JsonSchema[], requiredKey: boolean, kind: string | undefined): FieldSchema {
  const [first = {}] = found
  const types = ([] as JsonType[]).concat(first.type ?? 'object')
  const type = types.find((name) => name !== 'null')
  const words = [...new Set(found.flatMap((member) => member.enum ?? []))]
  const objects = found.flatMap((member) => branches(member, kind))
  const keys = [...new Set(objects.flatMap((member) => Object.keys(member.properties ?? {})))]
  const required = [...new Set(objects.flatMap((member) => member.required ?? []))]
  return {
    title: first.title ?? '',
    description: first.description ?? '',
    type: (type ?? 'object') as FieldSchema['type'],
    nullable: types.includes('null'),
    requiredKey,
    ...present('unit', first['x-unit']),
    ...present('default', first.default),
    ...present('minimum', first.minimum),
    ...present('exclusiveMinimum', first.exclusiveMinimum),
    ...present('maximum', first.maximum),
    ...present('options', words.length > 0 ? words : undefined),
    ...present('role', first['x-role']),
    ...present('form', first['x-kind']),
    ...present('keys', keys.length > 0 ? keys : undefined),
    ...present('required', keys.length > 0 ? required : undefined),
  }
}

function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }
}
