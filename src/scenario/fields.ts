import type { DocumentPath } from './diagnostic'
import { schema } from './generated/schema'
import { type JsonSchema, type JsonType, membersOf, propertyOf } from './jsonSchema'
import { type Tree, textAt } from './yaml/tree'

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
  /** The value must be less than this. */
  readonly exclusiveMaximum?: number
  /** Words that may be written, in the order to offer them. */
  readonly options?: readonly string[]
  /** Words that may be written in the place of a number. */
  readonly words?: readonly string[]
  /** `id`, or `ref:source`, `ref:target`, `ref:server`, `ref:event-target`, `ref:endpoint`. */
  readonly role?: string
  /** Name of a form that recurs, e.g. `duration`. */
  readonly form?: string
  /** Keys of a map, in the order to offer them. */
  readonly keys?: readonly string[]
  /** Keys of a map that must be there. */
  readonly required?: readonly string[]
  /** Values to start from. */
  readonly examples?: readonly unknown[]
  /** The sets of parameters that determine a law, the one to offer first at the front. */
  readonly spellings?: readonly (readonly string[])[]
}

/**
 * The field at `path` of a scenario; undefined where the language knows none.
 * `kinds` tell members of choices apart: the kind of the step that the path lies in, its law. Without them, the first
 * member that has the key answers.
 */
export function fieldSchemaAt(path: DocumentPath, ...kinds: Kinds): FieldSchema | undefined {
  let current: readonly JsonSchema[] = [schema]
  let requiredKey = true
  for (const part of path) {
    const parents: readonly JsonSchema[] = current
    current = parents.flatMap((parent) => childrenAt(parent, part, kinds))
    requiredKey = typeof part === 'string' && parents.some((parent) => isRequired(parent, part, kinds))
    if (current.length === 0) return undefined
  }
  return describeField(current, requiredKey, kinds)
}

type Kinds = readonly (string | undefined)[]

/** The words of a text that tell members of choices apart, as far as `path` passes them. */
export function kindsAlong(root: Tree | undefined, path: DocumentPath): Kinds {
  const prefixes = path.map((_, length) => path.slice(0, length + 1))
  return [[], ...prefixes].flatMap((prefix) => TAGS.map((tag) => textAt(root, [...prefix, tag])))
}

const TAGS = ['kind', 'distribution']

function childrenAt(parent: JsonSchema, part: string | number, kinds: Kinds): readonly JsonSchema[] {
  if (typeof part === 'number') return parent.items === undefined ? [] : [parent.items]
  return branches(parent, kinds).flatMap((branch) => propertyOf(branch, part) ?? [])
}

function isRequired(parent: JsonSchema, key: string, kinds: Kinds): boolean {
  return branches(parent, kinds).some((branch) => branch.required?.includes(key) === true)
}

/** The objects that `schema` may stand for: one, or all kinds while the kind is not known. */
function branches(parent: JsonSchema, kinds: Kinds): readonly JsonSchema[] {
  const members = membersOf(parent)
  const tag = parent.discriminator?.propertyName ?? ''
  const named = members.filter((branch) => propertyOf(branch, tag)?.enum?.some((word) => kinds.includes(word)))
  return named.length > 0 ? named : members
}

function describeField(found: readonly JsonSchema[], requiredKey: boolean, kinds: Kinds): FieldSchema {
  const [first = {}] = found
  const types = ([] as JsonType[]).concat(first.type ?? 'object')
  const type = types.find((name) => name !== 'null')
  const words = [...new Set(found.flatMap((member) => member.enum ?? []))]
  const objects = found.flatMap((member) => branches(member, kinds))
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
    ...present('exclusiveMaximum', first.exclusiveMaximum),
    ...present('options', words.length > 0 ? words : undefined),
    ...present('words', first['x-words']),
    ...present('role', first['x-role']),
    ...present('form', first['x-kind']),
    ...present('keys', keys.length > 0 ? keys : undefined),
    ...present('required', keys.length > 0 ? required : undefined),
    ...present('examples', first.examples),
    ...present('spellings', objects[0]?.['x-spellings']),
  }
}

function present<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V }
}
