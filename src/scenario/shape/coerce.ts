import type { Diagnostic, DocumentPath, QuickFix, TextRange } from '../diagnostic'
import { scenarioEdits } from '../edit'
import { renderScalar } from '../edit/render'
import { admits, branchFor, type JsonSchema, propertyOf } from '../jsonSchema'
import { nearest } from '../nearest'
import type { Propose } from '../propose'
import { subjectOf } from '../words'
import { childAt, isText11, type MapTree, type ScalarTree, type Tree } from '../yaml/tree'
import { readAsYaml11, type Yaml11Value } from '../yaml/yaml11'
import { checkOperation } from './operation'

/**
 * Reads the tree as the schema expects it, with the leniency of AsyncFlow's own loader: numbers may be quoted,
 * `true` counts as 1, unknown keys are passed over. Whatever is bent says so in a warning.
 * The data holds known keys only, so no name in a text can reach an object's prototype.
 */
export function coerce(root: Tree, schema: JsonSchema, propose: Propose): Coerced {
  const diagnostics: Diagnostic[] = []
  const laws: WrittenLaw[] = []
  const data = new Coercion(root, diagnostics, laws, propose).read(root, schema, [])
  return { data, laws, diagnostics }
}

export interface Coerced {
  readonly data: unknown
  /** The laws of all random variables, components of mixtures before their mixture. */
  readonly laws: readonly WrittenLaw[]
  readonly diagnostics: Diagnostic[]
}

/** A law of a random variable as it is written. */
export interface WrittenLaw {
  readonly path: DocumentPath
  readonly schema: JsonSchema
  readonly data: Readonly<Record<string, unknown>>
}

class Coercion {
  readonly #root: Tree
  readonly #diagnostics: Diagnostic[]
  readonly #laws: WrittenLaw[]
  readonly #propose: Propose

  constructor(root: Tree, diagnostics: Diagnostic[], laws: WrittenLaw[], propose: Propose) {
    this.#root = root
    this.#diagnostics = diagnostics
    this.#laws = laws
    this.#propose = propose
  }

  read(tree: Tree, schema: JsonSchema, path: DocumentPath): unknown {
    switch (tree.kind) {
      case 'map':
        return this.#readMap(tree, schema, path)
      case 'list':
        return tree.items.map((item, index) => this.read(item, schema.items ?? {}, [...path, index]))
      case 'scalar':
        return this.#readScalar(tree, schema, path)
    }
  }

  #readMap(tree: MapTree, schema: JsonSchema, path: DocumentPath): Record<string, unknown> {
    const data: Record<string, unknown> = {}
    const branch = branchFor(schema, kindOf(tree, schema))
    for (const [key, { value }] of tree.byKey) {
      const property = propertyOf(branch ?? schemaOfTag(schema), key)
      if (property !== undefined) data[key] = this.read(value, property, [...path, key])
      else if (branch?.['x-kind'] === 'step-operation') this.#diagnostics.push(checkOperation(this.#root, path))
      else if (branch?.properties !== undefined || branch?.patternProperties !== undefined)
        this.#reportUnknown(tree, branch, key, path)
    }
    if (branch?.['x-kind'] === 'law') {
      data[TAG] ??= propertyOf(branch, TAG)?.default
      this.#laws.push({ path, schema: branch, data })
    }
    return data
  }

  #reportUnknown(tree: MapTree, schema: JsonSchema, key: string, path: DocumentPath): void {
    const { keyRange } = tree.byKey.get(key)!
    const closed = schema.additionalProperties === false
    const free = keysOf(schema).filter((known) => !tree.byKey.has(known))
    const meant = nearest(key, free)
    this.#diagnostics.push({
      code: 'unknown-key',
      severity: closed ? 'error' : 'warning',
      range: keyRange,
      path: [...path, key],
      message: `${subjectOf(this.#root, path)} has no key "${key}"${closed ? '' : '; it is ignored'}.`,
      hint: meant === undefined ? `Known keys: ${keysOf(schema).join(', ')}.` : `Did you mean "${meant}"?`,
      ...this.#fixesOf(tree, keyRange, [...path, key], meant),
    })
  }

  #fixesOf(tree: MapTree, range: TextRange, path: DocumentPath, meant: string | undefined): Pick<Diagnostic, 'fixes'> {
    if (tree.aliased) return {}
    if (meant !== undefined) return { fixes: [replacement(range, meant)] }
    const fixes = this.#propose(`Remove "${path.at(-1)}"`, (text) => scenarioEdits.removeAt(text, path))
    return fixes.length === 0 ? {} : { fixes }
  }

  #readScalar(tree: ScalarTree, schema: JsonSchema, path: DocumentPath): unknown {
    if (tree.value === null && admits(schema, 'null')) return null
    if (admits(schema, 'number') || admits(schema, 'integer')) return this.#readNumber(tree, path)
    if (admits(schema, 'string')) return this.#readText(tree, path)
    return tree.value
  }

  #readNumber(tree: ScalarTree, path: DocumentPath): unknown {
    const ours = asNumber(tree.value)
    const theirs = tree.style === 'plain' ? asNumber(readAsYaml11(tree.source)) : ours
    if (theirs !== undefined && !Object.is(ours, theirs)) {
      const used = ours ?? theirs
      const reading = ours === undefined ? 'text' : ours
      this.#warn(
        'yaml-version',
        tree,
        path,
        `${tree.source} is ${reading} in YAML 1.2, but AsyncFlow (YAML 1.1) reads ${theirs}; ${used} is used.`,
        {
          hint: 'Write the number you mean in plain digits.',
          fixes: [...new Set([used, theirs])].map((value) => replacement(tree.range, String(value))),
        },
      )
      return used
    }
    if (ours !== undefined && typeof tree.value !== 'number')
      this.#warn(
        'coerced-number',
        tree,
        path,
        `${subjectOf(this.#root, path)} is ${shown(tree)}; it is read as the number ${ours}.`,
        {
          hint: `Write ${ours}.`,
          fixes: [replacement(tree.range, String(ours))],
        },
      )
    return ours ?? tree.value
  }

  #readText(tree: ScalarTree, path: DocumentPath): unknown {
    if (tree.style !== 'plain') return tree.value
    const theirs = readAsYaml11(tree.source)
    const quoted = {
      hint: 'Put it in quotes.',
      fixes: [replacement(tree.range, renderScalar(tree.source, 'single-quoted'))],
    }
    if (isText11(tree)) {
      this.#warn(
        'yaml-version',
        tree,
        path,
        `${tree.source} is a number in YAML 1.2, but AsyncFlow (YAML 1.1) reads text; the text is used.`,
        quoted,
      )
      return tree.source
    }
    if (typeof tree.value === 'string' && typeof theirs !== 'string')
      this.#warn(
        'yaml-version',
        tree,
        path,
        `${tree.source} is text in YAML 1.2, but AsyncFlow (YAML 1.1) reads ${reading11(theirs)} and refuses it.`,
        quoted,
      )
    return tree.value
  }

  #warn(code: string, tree: Tree, path: DocumentPath, message: string, way: { hint: string; fixes: QuickFix[] }): void {
    const { hint, fixes } = way
    this.#diagnostics.push({
      code,
      severity: 'warning',
      range: tree.range,
      path,
      message,
      hint,
      ...(tree.aliased ? {} : { fixes }),
    })
  }
}

/** The key that says which law a random variable follows. */
const TAG = 'distribution'

/** The keys of a map that have a name of their own, and what keys with a pattern look like. */
function keysOf(schema: JsonSchema): readonly string[] {
  return [...Object.keys(schema.properties ?? {}), ...(schema['x-keys'] ?? [])]
}

function kindOf(tree: MapTree, schema: JsonSchema): unknown {
  const tag = schema.discriminator?.propertyName
  const value = tag === undefined ? undefined : childAt(tree, tag)
  return value?.kind === 'scalar' ? value.value : undefined
}

/** While the kind is unknown, only the tag itself is read, and what all kinds have. */
function schemaOfTag(schema: JsonSchema): JsonSchema {
  const tag = schema.discriminator?.propertyName
  return tag === undefined ? {} : { properties: { ...schema.properties, [tag]: { type: 'string' } } }
}

/** A value as a number field takes it; undefined where it is none. */
function asNumber(value: Yaml11Value): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value !== 'string' || !/^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/.test(value)) return undefined
  return Number(value)
}

function reading11(value: Yaml11Value): string {
  if (value === null) return 'nothing'
  return typeof value === 'object' ? 'a date' : String(value)
}

function shown(tree: ScalarTree): string {
  return typeof tree.value === 'string' ? `the text "${tree.source}"` : tree.source
}

function replacement(range: TextRange, text: string): QuickFix {
  return { title: `Change to ${text}`, patches: [{ range, text }] }
}
