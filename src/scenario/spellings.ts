import { type JsonSchema, propertyOf } from './jsonSchema'

/*
 * A law is determined by one of several sets of parameters, its spellings: a mean and a deviation, say, or two
 * quantiles. The keys of quantiles are free (`p50`, `p99.9`); a spelling names two of them for all.
 */

/** The sets of parameters that determine a law, the one to offer first at the front. */
export function spellingsOf(law: JsonSchema): readonly (readonly string[])[] {
  return law['x-spellings'] ?? []
}

/** Whether a key of a law follows a pattern instead of having a name of its own. */
export function isFreeKey(law: JsonSchema, key: string): boolean {
  return !Object.hasOwn(law.properties ?? {}, key) && propertyOf(law, key) !== undefined
}

/**
 * Which of the keys that are written determine the law, by the keys that its spellings use: free keys take the places
 * of those in the spelling one after the other.
 */
export function writtenParameters(law: JsonSchema, keys: readonly string[]): ReadonlyMap<string, string> {
  const known = new Set(spellingsOf(law).flat())
  const places = [...known].filter((key) => isFreeKey(law, key))
  const written = new Map<string, string>()
  for (const key of keys) {
    if (propertyOf(law, key) === undefined) continue
    if (isFreeKey(law, key)) written.set(places.shift() ?? `surplus ${key}`, key)
    else if (known.has(key)) written.set(key, key)
  }
  return written
}

/** The spelling whose keys are exactly those that are written; undefined where something is missing or too much. */
export function spellingOf(law: JsonSchema, keys: readonly string[]): readonly string[] | undefined {
  const written = writtenParameters(law, keys)
  return spellingsOf(law).find(
    (spelling) => spelling.length === written.size && spelling.every((key) => written.has(key)),
  )
}

/** The keys that can still be added to a law without saying something twice; those that determine it first. */
export function openParameters(law: JsonSchema, keys: readonly string[]): readonly string[] {
  const spellings = spellingsOf(law)
  const written = writtenParameters(law, keys)
  const possible = spellings.filter((spelling) => [...written.keys()].every((key) => spelling.includes(key)))
  const open = [...new Set(possible.flat())].filter((key) => !written.has(key))
  const named = open.filter((key) => !isFreeKey(law, key))
  const free = named.length < open.length ? (law['x-keys'] ?? []) : []
  const others = Object.keys(law.properties ?? {}).filter((key) => !spellings.flat().includes(key))
  return [...named, ...free, ...others].filter((key) => !keys.includes(key))
}
