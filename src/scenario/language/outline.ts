import type { DocumentPath, TextRange } from '../diagnostic'

/**
 * The shape of a scenario's text as far as it can be seen: maps, lists and scalars with their places.
 * Unlike the parser it accepts anything, because help is wanted exactly where a line is half typed:
 * nesting follows the indentation, and a flow collection that is never closed ends where its block ends.
 */
export interface Outline {
  readonly text: string
  readonly root: OutlineNode | undefined
  readonly comments: readonly TextRange[]
}

export type OutlineNode = OutlineMap | OutlineList | OutlineScalar

/** A collection written over several lines (`block`) or in brackets (`flow`). */
interface OutlineCollection {
  readonly style: 'block' | 'flow'
  /** Column at which the keys or dashes of a block stand, from 0; 0 for flow. */
  readonly column: number
  /** From the bracket to behind its counterpart; a flow collection without one reaches to the end of its last line. */
  readonly range: TextRange
  readonly isClosed: boolean
}

export interface OutlineMap extends OutlineCollection {
  readonly kind: 'map'
  readonly entries: readonly OutlineEntry[]
}

export interface OutlineList extends OutlineCollection {
  readonly kind: 'list'
  readonly items: readonly OutlineItem[]
}

export interface OutlineScalar {
  readonly kind: 'scalar'
  readonly range: TextRange
  /** Without quotes. */
  readonly value: string
}

export interface OutlineEntry {
  readonly key: string
  readonly keyRange: TextRange
  /** Offset of the colon; undefined while the key is being typed. */
  readonly colon: number | undefined
  /** Where the entry ends: in a flow map at the comma, in a block at the end of what was read. */
  readonly end: number
  readonly value: OutlineNode | undefined
}

export interface OutlineItem {
  /** Offset of the dash, or of the value in a flow list. */
  readonly start: number
  readonly end: number
  readonly value: OutlineNode | undefined
}

/** The value under `part` of a node. */
export function childOf(node: OutlineNode | undefined, part: string | number): OutlineNode | undefined {
  if (node?.kind === 'map') return node.entries.find(({ key }) => key === part)?.value
  if (node?.kind === 'list') return typeof part === 'number' ? node.items[part]?.value : undefined
  return undefined
}

/** The value at `path` below a node. */
export function descendantOf(node: OutlineNode | undefined, path: DocumentPath): OutlineNode | undefined {
  return path.reduce<OutlineNode | undefined>(childOf, node)
}

/** The text of the scalar under `part`. */
export function scalarOf(node: OutlineNode | undefined, part: string | number): string | undefined {
  const child = childOf(node, part)
  return child?.kind === 'scalar' ? child.value : undefined
}

/** The items of a list; none for anything else. */
export function itemsOf(node: OutlineNode | undefined): readonly OutlineNode[] {
  return node?.kind === 'list' ? node.items.flatMap(({ value }) => value ?? []) : []
}
