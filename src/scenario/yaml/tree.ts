import type { DocumentPath, TextRange } from '../diagnostic'
import { readAsYaml11 } from './yaml11'

/**
 * A YAML document as the rest of the language sees it: values with their places in the text.
 * Aliases are replaced by what they stand for; keys are strings; sizes are bounded (see `limits.ts`).
 */
export type Tree = ScalarTree | MapTree | ListTree

interface TreeBase {
  /** The value without key, anchor and trailing comment; for an alias, the place of the alias. */
  readonly range: TextRange
  /** The content is written elsewhere, behind an anchor: it cannot be changed here alone. */
  readonly aliased: boolean
  /** `{…}` or `[…]` for collections, quoted for scalars. */
  readonly style: TreeStyle
}
export type TreeStyle = 'block' | 'flow' | 'plain' | 'single-quoted' | 'double-quoted'

export interface ScalarTree extends TreeBase {
  readonly kind: 'scalar'
  /** Value under the YAML 1.2 core schema. */
  readonly value: string | number | boolean | null
  /** As written, without quotes. */
  readonly source: string
}

export interface MapTree extends TreeBase {
  readonly kind: 'map'
  /** In the order of the text, repeated keys included. */
  readonly entries: readonly MapEntry[]
  /** The entry that counts for each key: the last one. */
  readonly byKey: ReadonlyMap<string, MapEntry>
}

export interface MapEntry {
  readonly key: string
  readonly keyRange: TextRange
  readonly value: Tree
}

export interface ListTree extends TreeBase {
  readonly kind: 'list'
  readonly items: readonly Tree[]
}

/** The value directly below `tree` at `key`. */
export function childAt(tree: Tree | undefined, key: string | number): Tree | undefined {
  if (tree?.kind === 'map') return tree.byKey.get(String(key))?.value
  if (tree?.kind === 'list' && typeof key === 'number') return tree.items[key]
  return undefined
}

/** The value at `path`; undefined where the path leaves the document. */
export function treeAt(root: Tree | undefined, path: DocumentPath): Tree | undefined {
  return path.reduce<Tree | undefined>(childAt, root)
}

/** The entry of the map that holds `path`, when its last part is a key. */
export function entryAt(root: Tree | undefined, path: DocumentPath): MapEntry | undefined {
  const parent = treeAt(root, path.slice(0, -1))
  const key = path.at(-1)
  return parent?.kind === 'map' && typeof key === 'string' ? parent.byKey.get(key) : undefined
}

/** The text of the scalar at `path`, if there is one and it is text: also `1e3`, which is text for AsyncFlow. */
export function textAt(root: Tree | undefined, path: DocumentPath): string | undefined {
  const tree = treeAt(root, path)
  if (tree?.kind !== 'scalar') return undefined
  if (typeof tree.value === 'string') return tree.value
  return isText11(tree) ? tree.source : undefined
}

/** Whether a scalar that is a number in YAML 1.2 is text in YAML 1.1. */
export function isText11({ value, style, source }: ScalarTree): boolean {
  return typeof value === 'number' && style === 'plain' && typeof readAsYaml11(source) === 'string'
}

/** Plain data without places; numbers, strings, booleans, null, arrays and maps keyed by own properties only. */
export function toData(tree: Tree): unknown {
  switch (tree.kind) {
    case 'scalar':
      return tree.value
    case 'list':
      return tree.items.map(toData)
    case 'map': {
      const data: Record<string, unknown> = Object.create(null)
      for (const [key, entry] of tree.byKey) data[key] = toData(entry.value)
      return data
    }
  }
}
