import { injectionKinds } from '../../catalog/injections/kinds'
import { admits, type JsonSchema, propertyOf } from '../jsonSchema'
import { spellingsOf, writtenParameters } from '../spellings'
import { type ComponentName, referable } from './componentNames'

/** A piece of YAML to be filled in: what a snippet is printed from. */
export type Sketch =
  | { readonly kind: 'fixed'; readonly text: string }
  /** A place to fill in: with `text` as a start, or one of `choices`. */
  | { readonly kind: 'fill'; readonly text: string; readonly choices?: readonly string[] }
  | MapSketch
  | { readonly kind: 'list'; readonly items: readonly Sketch[] }

export interface MapSketch {
  readonly kind: 'map'
  readonly entries: readonly (readonly [key: string, value: Sketch])[]
}

/** Numbers to start from, by unit; chosen so that a whole made of them is a plausible scenario. */
const sampleByUnit: Readonly<Record<string, string>> = {
  s: '0.01',
  MB: '64',
  users: '100',
  'requests/min': '20',
  USD: '0.002',
  tokens: '500',
  'USD/Mtok': '1',
  connections: '10',
}

/** How fresh ids begin, by the key of the list or object that they are in. */
const idPrefixes: Readonly<Record<string, string>> = {
  rqs_input: 'rqs',
  client: 'client',
  load_balancer: 'lb',
  servers: 'srv',
  edges: 'edge',
  events: 'event',
  slos: 'slo',
}

/** A minimal value of `schema`: what is required, or else the defaults. `key` is the key that it belongs to. */
export function sketchOf(schema: JsonSchema, key: string, names: readonly ComponentName[]): Sketch {
  const example = schema['x-kind'] === 'duration' ? schema.examples?.[0] : undefined
  if (example !== undefined) return exampleSketch(example)
  const branch = schema.oneOf?.[0]
  if (branch !== undefined) return sketchOf(branch, key, names)
  if (schema.properties !== undefined) return mapSketch(schema, key, names)
  if (schema.items !== undefined) return { kind: 'list', items: [sketchOf(schema.items, key, names)] }
  return scalarSketch(schema, key, names)
}

/**
 * A law by the first of its spellings that goes with the keys that are `present`, and what else it must have; its
 * values are to be filled in.
 */
export function lawSketch(law: JsonSchema, present: readonly string[] = []): MapSketch {
  const written = writtenParameters(law, present)
  const spelling = spellingsOf(law).find((keys) => [...written.keys()].every((key) => keys.includes(key))) ?? []
  const keys = [...new Set([...(law.required ?? []), 'distribution', ...spelling])]
  return {
    kind: 'map',
    entries: keys
      .filter((key) => !present.includes(key) && !written.has(key))
      .map((key) => [key, sketchOfParameter(propertyOf(law, key) ?? {})]),
  }
}

function sketchOfParameter({ enum: words, examples }: JsonSchema): Sketch {
  return words?.[0] === undefined ? exampleSketch(examples?.[0]) : fixed(words[0])
}

/** An example, its numbers to be filled in. */
function exampleSketch(example: unknown): Sketch {
  if (Array.isArray(example)) return { kind: 'list', items: example.map(exampleSketch) }
  if (typeof example === 'object' && example !== null)
    return map(Object.entries(example).map(([key, value]) => [key, exampleSketch(value)]))
  return typeof example === 'number' ? fill(String(example)) : fixed(String(example))
}

/** Both sorts of event, each with the kinds that belong together. */
export function eventSketches(
  names: readonly ComponentName[],
): readonly { readonly title: string; readonly sketch: Sketch }[] {
  return Object.values(injectionKinds).map(({ title, start, end, target }) => {
    const sort = target === 'server' ? 'server' : 'edge'
    const targets = names.filter((name) => name.sort === sort).map(({ id }) => id)
    const spike = target === 'link' ? [['spike_s', fill('0.02')] as const] : []
    const sketch: Sketch = map([
      ['event_id', fill(freshId('events', names))],
      ['target_id', choice(targets, sort)],
      ['start', map([['kind', fixed(start)], ['t_start', fill('60')], ...spike])],
      [
        'end',
        map([
          ['kind', fixed(end)],
          ['t_end', fill('120')],
        ]),
      ],
    ])
    return { title, sketch }
  })
}

function mapSketch(schema: JsonSchema, key: string, names: readonly ComponentName[]): Sketch {
  const properties = Object.entries(schema.properties ?? {})
  const required = properties.filter(([name]) => schema.required?.includes(name))
  const withDefaults = properties.filter(([, { default: value }]) => value !== null && typeof value !== 'object')
  const chosen = required.length > 0 ? required : withDefaults.filter(([, { default: value }]) => value !== undefined)
  const entries = chosen.map(
    ([name, property]) =>
      [name, sketchOf(property, property.properties || property.items ? name : key, names)] as const,
  )
  return map(entries)
}

function scalarSketch(schema: JsonSchema, key: string, names: readonly ComponentName[]): Sketch {
  if (schema.enum?.length === 1) return fixed(schema.enum[0] as string)
  if (schema.enum !== undefined) return choice(schema.enum, '')
  if (schema['x-role'] === 'id') return fill(freshId(key, names))
  const targets = referable(names, schema['x-role']).map(({ id }) => id)
  if (schema['x-role']?.startsWith('ref:')) return choice(targets, schema.title ?? '')
  if (typeof schema.default === 'number' || typeof schema.default === 'boolean') return fill(String(schema.default))
  if (admits(schema, 'number') || admits(schema, 'integer')) return fill(sampleNumber(schema))
  return fill(schema.title ?? '')
}

/** A number that the schema allows. */
function sampleNumber({ 'x-unit': unit = '', minimum, maximum, examples }: JsonSchema): string {
  if (examples?.[0] !== undefined) return String(examples[0])
  const sample = Object.hasOwn(sampleByUnit, unit) ? Number(sampleByUnit[unit]) : (minimum ?? 1)
  return String(Math.min(Math.max(sample, minimum ?? sample), maximum ?? sample))
}

/** The first `prefix-n` that is not taken. */
function freshId(key: string, names: readonly ComponentName[]): string {
  const prefix = Object.hasOwn(idPrefixes, key) ? (idPrefixes[key] as string) : 'id'
  const taken = new Set(names.map(({ id }) => id))
  for (let number = 1; ; number += 1) {
    if (!taken.has(`${prefix}-${number}`)) return `${prefix}-${number}`
  }
}

function fixed(text: string): Sketch {
  return { kind: 'fixed', text }
}

function fill(text: string): Sketch {
  return { kind: 'fill', text }
}

function choice(choices: readonly string[], text: string): Sketch {
  return choices.length === 0 ? fill(text) : { kind: 'fill', text, choices }
}

function map(entries: readonly (readonly [string, Sketch])[]): Sketch {
  return { kind: 'map', entries }
}
