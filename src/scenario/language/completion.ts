import { injectionKinds } from '../../catalog/injections/kinds'
import type { DocumentPath, TextRange } from '../diagnostic'
import { admits, type JsonSchema, membersOf, propertyOf } from '../jsonSchema'
import { openParameters } from '../spellings'
import { type ComponentName, componentNames, referable } from './componentNames'
import { boundsOf, defaultOf, unitOf } from './fieldFacts'
import { descendantOf, itemsOf, type Outline, type OutlineNode, scalarOf } from './outline'
import { type Place, placesAt } from './place'
import { readOutline } from './readOutline'
import { alternatives, schemasAt } from './schemaAt'
import { eventSketches, lawSketch, type Sketch, sketchOf } from './sketch'
import { escapeSnippet, printEntries, printFlow, printItem, printValue, yamlScalar } from './snippet'

export type CompletionKind = 'key' | 'value' | 'reference' | 'item'

/** One thing that can be written at a place. */
export interface Completion {
  readonly kind: CompletionKind
  readonly label: string
  /** Replaces `range`; in snippet notation (see snippet.ts). New lines begin at the indentation of the present one. */
  readonly snippet: string
  readonly range: TextRange
  /** Unit and default of a key, the sort of a component. */
  readonly detail?: string
  readonly documentation?: string
  /** Whether the next thing to write has completions of its own. */
  readonly continues?: boolean
}

/**
 * What can be written at `offset`, the likeliest first. The text need not be valid: a line may be half typed.
 * Answers from the text and the schema alone.
 */
export function completionsAt(text: string, offset: number): readonly Completion[] {
  const outline = readOutline(text)
  const names = componentNames(outline)
  const completions = placesAt(outline, offset).flatMap((place) => new PlaceHelp(outline, place, names).completions())
  return uniqueByLabel(completions)
}

/** Help at one place. */
class PlaceHelp {
  /** Indentation of the line, which an editor puts in front of every further line of a snippet. */
  private readonly indent: number
  /** What has to be written between a dash and what follows it. */
  private readonly gap: string
  /** Column of the key or dash that is written, or after which a value is written. */
  private readonly column: number

  constructor(
    private readonly outline: Outline,
    private readonly place: Place,
    private readonly names: readonly ComponentName[],
  ) {
    const lineStart = outline.text.lastIndexOf('\n', place.range.start - 1) + 1
    const before = outline.text.slice(lineStart, place.range.start)
    this.indent = /^[ \t]*/.exec(before)?.[0].length ?? 0
    this.gap = place.kind !== 'item' && /^[ \t]*(?:- +)*-$/.test(before) ? ' ' : ''
    // A key that is being typed may stand elsewhere than those before it.
    this.column = place.kind === 'key' && place.style === 'block' ? before.length + this.gap.length : place.column
  }

  completions(): Completion[] {
    const completions = this.ofPlace()
    return this.gap === '' ? completions : completions.map((each) => ({ ...each, snippet: this.gap + each.snippet }))
  }

  private ofPlace(): Completion[] {
    switch (this.place.kind) {
      case 'key':
        return this.keys(this.place.hasColon)
      case 'value':
        return this.values(this.place.followsDash)
      case 'item':
        return this.items()
    }
  }

  /** A column beside the indentation that the editor adds. */
  private inner(column: number): number {
    return Math.max(0, column - this.indent)
  }

  /** Keys of the map that are not there yet; required ones first. */
  private keys(hasColon: boolean): Completion[] {
    const { path, range } = this.place
    const map = descendantOf(this.outline.root, path)
    const written = this.outline.text.slice(range.start, range.end)
    const present = map?.kind === 'map' ? map.entries.map(({ key }) => key).filter((key) => key !== written) : []
    const schemas = schemasAt(this.outline.root, path)
    const offered = schemas
      .flatMap((schema) => alternatives(schema, map))
      .flatMap((schema) =>
        keysToOffer(schema, present).map((key) => ({
          key,
          property: propertyOf(schema, key) ?? {},
          isRequired: schema.required?.includes(key) === true,
        })),
      )
    const keys = offered
      .toSorted((a, b) => Number(b.isRequired) - Number(a.isRequired))
      .map(
        ({ key, property }): Completion => ({
          kind: 'key',
          label: key,
          snippet: hasColon ? key : `${key}:${this.startOfValue(key, property)}`,
          range,
          ...factsOf(property),
          ...(this.hasValues(property) && !hasColon ? { continues: true } : {}),
        }),
      )
    return hasColon ? keys : [...schemas.flatMap((schema) => this.lawsFor(schema, map, present)), ...keys]
  }

  /** While a random variable does not say its law: every law that knows what is written, with what it lacks. */
  private lawsFor(schema: JsonSchema, map: OutlineNode | undefined, present: readonly string[]): Completion[] {
    const { range, style } = this.place
    if (scalarOf(map, LAW_KEY) !== undefined) return []
    return lawsOf(schema)
      .filter((law) => present.every((key) => propertyOf(law, key) !== undefined))
      .map((law) => {
        const sketch = lawSketch(law, present)
        const snippet = style === 'flow' ? printEntries(sketch) : printItem(sketch, this.inner(this.column))
        return { kind: 'item', label: `${LAW_KEY}: ${nameOfLaw(law)}`, snippet, range, ...factsOf(law) }
      })
  }

  private values(followsDash: boolean): Completion[] {
    return schemasAt(this.outline.root, this.place.path).flatMap((schema) =>
      schema.properties !== undefined || schema.oneOf !== undefined || schema.items !== undefined
        ? this.collections(schema, followsDash)
        : this.scalars(schema),
    )
  }

  /** Whole items with their dash. */
  private items(): Completion[] {
    const list = descendantOf(this.outline.root, this.place.path)
    const item = list?.kind === 'list' ? list.items.length : 0
    return schemasAt(this.outline.root, this.place.path).flatMap(({ items }) => {
      if (items === undefined) return []
      const bodies = isCollection(items)
        ? this.bodiesOf(items, this.column + 2)
        : this.scalarsOf(items, [...this.place.path, item])
      return bodies.map((body) => ({ ...body, kind: 'item' as const, snippet: `- ${body.snippet}` }))
    })
  }

  private scalars(schema: JsonSchema): Completion[] {
    return this.scalarsOf(schema, this.place.path)
  }

  private scalarsOf(schema: JsonSchema, path: DocumentPath): Completion[] {
    const { range } = this.place
    const gap = this.outline.text[range.start - 1] === ':' ? ' ' : ''
    const value = (text: string, kind: CompletionKind, detail?: string): Completion => ({
      kind,
      label: text,
      snippet: gap + escapeSnippet(kind === 'reference' ? yamlScalar(text) : text),
      range,
      ...(detail === undefined ? {} : { detail }),
      ...(kind === 'value' && schema.description !== undefined ? { documentation: schema.description } : {}),
    })
    const taken = this.takenBeside(path)
    const references = referencesAt(this.outline, path, referable(this.names, schema['x-role']))
    return [
      ...references.filter(({ id }) => !taken.includes(id)).map(({ id, sort }) => value(id, 'reference', sort)),
      ...enumAt(this.outline, path, schema)
        .filter((text) => !taken.includes(text))
        .map((text) => value(text, 'value', text === schema.default ? 'default' : undefined)),
      ...(schema['x-words'] ?? []).map((text) => value(text, 'value')),
      ...(typeof schema.default === 'number' ? [value(String(schema.default), 'value', 'default')] : []),
      ...(admits(schema, 'null') ? [value('null', 'value', schema.default === null ? 'default' : undefined)] : []),
    ]
  }

  /** What the other items of the same list say already. */
  private takenBeside(path: DocumentPath): readonly string[] {
    const index = path.at(-1)
    if (typeof index !== 'number') return []
    const items = itemsOf(descendantOf(this.outline.root, path.slice(0, -1)))
    return items.flatMap((item, at) => (item.kind === 'scalar' && at !== index ? [item.value] : []))
  }

  /** A whole map or list as the value of a key or dash. */
  private collections(schema: JsonSchema, followsDash: boolean): Completion[] {
    const { path, style, range } = this.place
    if (followsDash) return this.bodiesOf(schema, this.column + 2)
    const key = keyOf(path)
    const hasGap = this.outline.text[range.start - 1] !== ':'
    const print = (sketch: Sketch) => {
      const text = style === 'flow' ? ` ${printFlow(sketch)}` : printValue(sketch, this.inner(this.column))
      return hasGap ? text.replace(/^ /, '') : text
    }
    const item = (label: string, sketch: Sketch, from: JsonSchema): Completion => ({
      kind: 'item',
      label,
      snippet: print(sketch),
      range,
      ...factsOf(from),
    })
    const laws = lawsOf(schema).map((law) => item(nameOfLaw(law), lawSketch(law), law))
    if (laws.length > 0) return [item('a number', { kind: 'fill', text: '0.01' }, schema), ...laws]
    return [item(`new ${(schema.title ?? key).toLowerCase()}`, sketchOf(schema, key, this.names), schema)]
  }

  /** Bodies of an item: one per kind where there are several. */
  private bodiesOf(schema: JsonSchema, column: number): Completion[] {
    const { range, path, style } = this.place
    const key = keyOf(path)
    const print = (sketch: Sketch) => (style === 'flow' ? printFlow(sketch) : printItem(sketch, this.inner(column)))
    const body = (label: string, sketch: Sketch, from: JsonSchema): Completion => ({
      kind: 'item',
      label,
      snippet: print(sketch),
      range,
      ...factsOf(from),
    })
    if (key === 'events') {
      return eventSketches(this.names).map(({ title, sketch }) => body(`new ${title.toLowerCase()}`, sketch, schema))
    }
    if (schema.oneOf === undefined) {
      return [body(`new ${(schema.title ?? key).toLowerCase()}`, sketchOf(schema, key, this.names), schema)]
    }
    const laws = lawsOf(schema)
    if (laws.length > 0) return laws.map((law) => body(nameOfLaw(law), lawSketch(law), law))
    return schema.oneOf.flatMap((branch) => {
      const kinds = branch.properties?.kind?.enum ?? []
      return kinds.map((kind) => body(`kind: ${kind}`, withKind(sketchOf(branch, key, this.names), kind), branch))
    })
  }

  /** What follows the colon of a new key. */
  private startOfValue(key: string, property: JsonSchema): string {
    if (this.hasValues(property) && property.enum?.length !== 1) return ' '
    const sketch = sketchOf(property, key, this.names)
    return this.place.style === 'flow' ? ` ${printFlow(sketch)}` : printValue(sketch, this.inner(this.column))
  }

  /** Whether the value is picked from a list rather than typed. */
  private hasValues(schema: JsonSchema): boolean {
    const role = schema['x-role']
    return (schema.enum?.length ?? 0) > 1 || referable(this.names, role).length > 0
  }
}

/** Only the end kind that belongs to the event's start kind, and the other way round, is offered. */
function enumAt({ root }: Outline, path: DocumentPath, schema: JsonSchema): readonly string[] {
  const values = schema.enum ?? []
  const injection = injectionOf(root, path)
  if (injection === undefined || path.at(-1) !== 'kind' || path.at(-2) !== 'end') return values
  return values.filter((value) => value === injection.end)
}

/** An edge does not lead to where it comes from; an outage happens to servers, a spike to edges. */
function referencesAt(
  { root }: Outline,
  path: DocumentPath,
  names: readonly ComponentName[],
): readonly ComponentName[] {
  const key = path.at(-1)
  const parent = descendantOf(root, path.slice(0, -1))
  if (key === 'target' || key === 'source') {
    const other = scalarOf(parent, key === 'target' ? 'source' : 'target')
    return names.filter(({ id }) => id !== other)
  }
  const sort = injectionOf(root, path)?.target === 'server' ? 'server' : 'edge'
  return key === 'target_id' && injectionOf(root, path) ? names.filter((name) => name.sort === sort) : names
}

/** What the event around `path` is, by its start. */
function injectionOf(root: Outline['root'], path: DocumentPath) {
  if (path[0] !== 'events') return undefined
  const start = scalarOf(descendantOf(root, [...path.slice(0, 2), 'start']), 'kind')
  return Object.values(injectionKinds).find((kind) => kind.start === start)
}

function withKind(sketch: Sketch, kind: string): Sketch {
  if (sketch.kind !== 'map') return sketch
  const fixed: Sketch = { kind: 'fixed', text: kind }
  return { kind: 'map', entries: sketch.entries.map(([key, value]) => [key, key === 'kind' ? fixed : value]) }
}

/** The key that says which law a random variable follows. */
const LAW_KEY = 'distribution'

/** The laws that a random variable may follow; none for anything else. */
function lawsOf(schema: JsonSchema): readonly JsonSchema[] {
  return schema.oneOf === undefined ? [] : membersOf(schema).filter((member) => member['x-kind'] === 'law')
}

function nameOfLaw(law: JsonSchema): string {
  return propertyOf(law, LAW_KEY)?.enum?.[0] ?? ''
}

/** Keys of a map that are not there yet; of a law, those that do not say again what is said. */
function keysToOffer(schema: JsonSchema, present: readonly string[]): readonly string[] {
  if (schema['x-kind'] === 'law') return openParameters(schema, present)
  return [...Object.keys(schema.properties ?? {}), ...(schema['x-keys'] ?? [])].filter((key) => !present.includes(key))
}

/** The nearest key at or above the end of `path`. */
function keyOf(path: DocumentPath): string {
  return path.findLast((part): part is string => typeof part === 'string') ?? ''
}

function isCollection(schema: JsonSchema): boolean {
  return schema.properties !== undefined || schema.oneOf !== undefined || schema.items !== undefined
}

function factsOf(schema: JsonSchema): Pick<Completion, 'detail' | 'documentation'> {
  const unit = unitOf(schema)
  const fallback = isCollection(schema) ? undefined : defaultOf(schema)
  const detail = [...(unit === undefined ? [] : [unit]), ...(fallback === undefined ? [] : [`default ${fallback}`])]
  const bounds = boundsOf(schema)
  const documentation = [
    ...(schema.description === undefined ? [] : [schema.description]),
    ...(bounds === undefined ? [] : [`Allowed: ${bounds}`]),
  ]
  return {
    ...(detail.length === 0 ? {} : { detail: detail.join(', ') }),
    ...(documentation.length === 0 ? {} : { documentation: documentation.join('\n') }),
  }
}

function uniqueByLabel(completions: readonly Completion[]): readonly Completion[] {
  return completions.filter(({ label }, index) => completions.findIndex((other) => other.label === label) === index)
}
