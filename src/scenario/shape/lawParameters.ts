import { listed } from '../../base/words'
import type { Diagnostic, QuickFix } from '../diagnostic'
import { scenarioEdits } from '../edit'
import type { Plain } from '../edit/render'
import { type JsonSchema, propertyOf } from '../jsonSchema'
import { keyRangeOf } from '../locate'
import type { Propose } from '../propose'
import { isFreeKey, spellingOf, spellingsOf, writtenParameters } from '../spellings'
import { subjectWithArticle } from '../words'
import { entryAt, type Tree, toData, treeAt } from '../yaml/tree'
import type { WrittenLaw } from './coerce'

/**
 * A law is determined by one of several sets of parameters (a mean and a deviation, say, or two quantiles).
 * Reports what is missing of all of them, or what belongs to two of them.
 */
export function checkLawParameters(law: WrittenLaw, root: Tree, propose: Propose): Diagnostic | undefined {
  const keys = writtenKeys(law)
  if (spellingOf(law.schema, keys) !== undefined) return undefined
  const spellings = spellingsOf(law.schema)
  const written = writtenParameters(law.schema, keys)
  const slots = [...written.keys()]
  const wanted = spellings
    .filter((keys) => slots.every((slot) => keys.includes(slot)))
    .toSorted((a, b) => a.length - b.length)[0]
  if (wanted === undefined) return conflict(law, spellings, written, root, propose)
  const missing = wanted.filter((key) => !written.has(key))
  // One quantile may stand in the place of any other.
  const free = missing.map((key) =>
    isFreeKey(law.schema, key) && keys.includes(key) ? wanted.find((other) => !keys.includes(other))! : key,
  )
  return {
    code: 'missing-parameter',
    severity: 'error',
    range: keyRangeOf(root, law.path),
    path: [...law.path, free[0]!],
    message: `${subjectWithArticle(root, law.path)} is ${named(law.data.distribution)} law without ${listed(free)}.`,
    hint: `Write ${alternatives(law.schema, spellings)}.`,
    ...fixes(
      propose(`Add ${listed(free)}`, (text) => scenarioEdits.setValue(text, law.path, completed(law, free, root))),
    ),
  }
}

function conflict(
  law: WrittenLaw,
  spellings: readonly (readonly string[])[],
  written: ReadonlyMap<string, string>,
  root: Tree,
  propose: Propose,
): Diagnostic {
  const countIn = (keys: readonly string[]) => keys.filter((key) => written.has(key)).length
  const [best = []] = spellings.toSorted((a, b) => countIn(b) - countIn(a))
  const surplus = [...written].filter(([slot]) => !best.includes(slot)).map(([, key]) => key)
  const first = [...law.path, surplus[0]!]
  const kept = [...written.values()].filter((key) => !surplus.includes(key))
  const remaining = without(toData(treeAt(root, law.path)!) as { readonly [key: string]: Plain }, surplus)
  return {
    code: 'conflicting-parameters',
    severity: 'error',
    range: entryAt(root, first)?.keyRange ?? keyRangeOf(root, law.path),
    path: first,
    message: `${subjectWithArticle(root, law.path)} says ${listed(surplus)} besides ${listed(kept)}: two ways to say one thing.`,
    hint: `Write ${alternatives(law.schema, spellings)}, not both.`,
    ...fixes(propose(`Remove ${listed(surplus)}`, (text) => scenarioEdits.setValue(text, law.path, remaining))),
  }
}

/** Keys that have a value; `variance: null` means that it is left out. */
function writtenKeys({ data }: WrittenLaw): readonly string[] {
  return Object.keys(data).filter((key) => data[key] !== null && data[key] !== undefined)
}

function completed(law: WrittenLaw, keys: readonly string[], root: Tree): { readonly [key: string]: Plain } {
  const present = toData(treeAt(root, law.path)!) as { readonly [key: string]: Plain }
  return { ...present, ...Object.fromEntries(keys.map((key) => [key, starterFor(law, key)])) }
}

/** What to start from: the example of the parameter; beside another quantile, a value that fits it. */
function starterFor({ schema, data }: WrittenLaw, key: string): Plain {
  const other = Object.keys(data).find((written) => isFreeKey(schema, written))
  const example = propertyOf(schema, key)?.examples?.[0] as Plain
  if (other === undefined || !isFreeKey(schema, key)) return example
  const isHigher = Number(key.slice(1)) > Number(other.slice(1))
  return Number((Number(data[other]) * (isHigher ? QUANTILE_STEP : 1 / QUANTILE_STEP)).toPrecision(3))
}

/** How far apart the median and the 99 % quantile of a usual latency are. */
const QUANTILE_STEP = 5

function without(data: { readonly [key: string]: Plain }, keys: readonly string[]): { readonly [key: string]: Plain } {
  return Object.fromEntries(Object.entries(data).filter(([key]) => !keys.includes(key)))
}

function fixes(proposed: readonly QuickFix[]): { readonly fixes?: readonly QuickFix[] } {
  return proposed.length === 0 ? {} : { fixes: proposed }
}

function named(law: unknown): string {
  return /^[aeiou]/.test(String(law)) ? `an ${law}` : `a ${law}`
}

/** `mean and std, or mean and cv`. */
function alternatives(schema: JsonSchema, spellings: readonly (readonly string[])[]): string {
  const words = spellings.map((keys) =>
    keys.every((key) => isFreeKey(schema, key)) ? `two quantiles such as ${listed(keys)}` : listed(keys),
  )
  return words.join(', or ')
}
