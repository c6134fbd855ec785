/**
 * Readers of parsed JSON: each takes a value and where it stands, and gives it back with its type or throws a
 * {@link DecodeError} that names the place. Keys that nobody asked for are left out.
 */
export type Decoder<T> = (value: unknown, place: string) => T

/** Says which value of a file is not what it has to be. */
export class DecodeError extends Error {
  override readonly name = 'DecodeError'
}

function fail(place: string, expected: string): never {
  throw new DecodeError(`${place} is not ${expected}`)
}

export const number: Decoder<number> = (value, place) =>
  typeof value === 'number' && Number.isFinite(value) ? value : fail(place, 'a number')

export const text: Decoder<string> = (value, place) => (typeof value === 'string' ? value : fail(place, 'a text'))

export const boolean: Decoder<boolean> = (value, place) =>
  typeof value === 'boolean' ? value : fail(place, 'true or false')

export function literal<const T extends string | number>(expected: T): Decoder<T> {
  return (value, place) => (value === expected ? expected : fail(place, JSON.stringify(expected)))
}

export function oneOf<const T extends string>(names: readonly T[]): Decoder<T> {
  return (value, place) => names.find((name) => name === value) ?? fail(place, `one of ${names.join(', ')}`)
}

export function nullable<T>(decode: Decoder<T>): Decoder<T | null> {
  return (value, place) => (value === null ? null : decode(value, place))
}

/** The key may be absent. */
export function optional<T>(decode: Decoder<T>): Decoder<T | undefined> {
  return (value, place) => (value === undefined ? undefined : decode(value, place))
}

export function list<T>(decode: Decoder<T>): Decoder<T[]> {
  return (value, place) =>
    Array.isArray(value) ? value.map((item, index) => decode(item, `${place}[${index}]`)) : fail(place, 'a list')
}

/** What `decode` gives, if it also holds together. */
export function checked<T>(decode: Decoder<T>, holds: (value: T) => boolean, expected: string): Decoder<T> {
  return (value, place) => {
    const decoded = decode(value, place)
    return holds(decoded) ? decoded : fail(place, expected)
  }
}

/** An object used as a dictionary. */
export function record<T>(decode: Decoder<T>): Decoder<Record<string, T>> {
  return (value, place) =>
    Object.fromEntries(
      Object.entries(object(value, place)).map(([key, item]) => [key, decode(item, `${place}.${key}`)]),
    )
}

/** An object with known keys. */
export function shape<T extends object>(decoders: { readonly [K in keyof T]-?: Decoder<T[K]> }): Decoder<T> {
  return (value, place) => {
    const source = object(value, place) as Record<string, unknown>
    const entries = Object.entries<Decoder<unknown>>(decoders)
      .map(([key, decode]) => [key, decode(source[key], `${place}.${key}`)] as const)
      .filter(([, item]) => item !== undefined)
    return Object.fromEntries(entries) as T
  }
}

/** An object in which each of these keys may be absent; the others keep their order. */
export function partial<K extends string, T>(
  keys: readonly K[],
  decode: Decoder<T>,
): Decoder<{ readonly [key in K]?: T }> {
  const known = new Set<string>(keys)
  return (value, place) =>
    Object.fromEntries(
      Object.entries(object(value, place))
        .filter(([key]) => known.has(key))
        .map(([key, item]) => [key, decode(item, `${place}.${key}`)]),
    ) as { [key in K]?: T }
}

/** A list of numbers, as the typed array that it was written from. */
export function column<T extends Float64Array | Uint32Array | Uint16Array>(kind: {
  from(items: readonly number[]): T
}): Decoder<T> {
  return (value, place) => {
    if (!Array.isArray(value)) return fail(place, 'a list of numbers')
    const damaged = value.findIndex((item) => typeof item !== 'number')
    return damaged < 0 ? kind.from(value) : fail(`${place}[${damaged}]`, 'a number')
  }
}

function object(value: unknown, place: string): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : fail(place, 'an object')
}
