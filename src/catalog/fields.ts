import { type Static, type TNull, type TSchema, type TUnion, Type } from 'typebox'

/**
 * What every field of the scenario language says of itself besides its shape.
 * The inspector, the editor's hover and the published JSON Schema all read it from here.
 */
export interface FieldNotes {
  /** Short label of a form field, without the unit. */
  readonly title: string
  /** One or two sentences: what it is for. */
  readonly description: string
  /** Unit as it is shown beside the field, e.g. `s`, `MB`, `1`. */
  readonly unit?: string
}

/** Splits the notes into JSON Schema annotations; the unit becomes `x-unit`. */
export function notes({ unit, ...rest }: FieldNotes): Record<string, unknown> {
  return unit === undefined ? rest : { ...rest, 'x-unit': unit }
}

/** Identifier of a component; what edges and events refer to. Case-sensitive. */
export const idField = (description: string) => Type.String({ title: 'id', description, 'x-role': 'id' })

/** Reference to the id of another component, or to the name of an endpoint. `role` names the set that completion offers. */
export const referenceField = (role: 'source' | 'target' | 'server' | 'event-target' | 'endpoint', field: FieldNotes) =>
  Type.String({ ...notes(field), 'x-role': `ref:${role}` })

/** A value that may be spelled `null`; null is also the default. */
export function nullable<T extends TSchema>(schema: T, field: FieldNotes): TUnion<[T, TNull]> {
  return Type.Union([schema, Type.Null()], { ...notes(field), default: null })
}

/**
 * A number, or one of a few words in its place. Bounds hold for numbers only and the pattern for words only, so that
 * a wrong value gives one exact error.
 */
export function numberOr<const W extends string>(words: readonly W[], schema: Record<string, unknown>) {
  return Type.Unsafe<number | W>({
    ...schema,
    type: ['number', 'string'],
    pattern: `^(?:${words.join('|')})$`,
    'x-words': words,
  })
}

/**
 * One of several objects, told apart by their `kind`.
 * Written as `oneOf` with a discriminator, so that one wrong member gives one exact error.
 */
export function byKind<T extends TSchema>(schemas: readonly T[], field: FieldNotes) {
  return Type.Unsafe<Static<T>>({
    ...notes(field),
    type: 'object',
    discriminator: { propertyName: 'kind' },
    required: ['kind'],
    oneOf: schemas,
  })
}
