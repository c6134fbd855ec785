import { canonicalJson } from '../canonical'
import type { DocumentPath, TextPatch } from '../diagnostic'
import { readYaml } from '../yaml/read'
import { entryAt, type ListTree, type MapTree, type Tree, toData, treeAt } from '../yaml/tree'
import { Pieces } from './pieces'
import type { Plain } from './render'
import * as splice from './splice'

/** Thrown inside an edit when it cannot be done; its message is the reason for the person. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/**
 * A text while it is being edited. Every step is a small change of the text that is read again at once:
 * if the data then is not what the step should give, the edit is refused and nothing has happened.
 */
export class Draft {
  readonly #pieces: Pieces
  #root: Tree

  constructor(text: string) {
    this.#pieces = new Pieces(text)
    this.#root = readValid(text)
  }

  /** The present document. */
  get root(): Tree {
    return this.#root
  }

  /** All changes so far, as patches of the text that the draft began with. */
  patches(): TextPatch[] {
    return this.#pieces.patches()
  }

  /** Plain data at `path`; undefined where there is none. */
  dataAt(path: DocumentPath): unknown {
    const tree = treeAt(this.#root, path)
    return tree === undefined ? undefined : toData(tree)
  }

  /**
   * Sets the value at `path`; keys on the way that are missing or empty are added. A map that takes the place of
   * another keeps what both have.
   */
  set(path: DocumentPath, value: Plain): void {
    const tree = treeAt(this.#root, path)
    if (tree !== undefined && canonicalJson(toData(tree)) === canonicalJson(value)) return
    if (tree !== undefined && !isNothing(tree)) this.#replace(path, tree, value)
    else this.#add(path, value)
  }

  /** Removes the key or item at `path`; nothing happens where there is none. */
  remove(path: DocumentPath): void {
    const parent = treeAt(this.#root, path.slice(0, -1))
    const key = path.at(-1)
    if (treeAt(this.#root, path) === undefined || parent === undefined || key === undefined) return
    refuseShared(parent)
    const intended = without(toData(this.#root), path)
    const size = parent.kind === 'map' ? parent.byKey.size : parent.kind === 'list' ? parent.items.length : 0
    const holder = entryAt(this.#root, path.slice(0, -1))
    if (size === 1 && parent.style === 'block') {
      if (holder === undefined) throw new Refusal(UNCHANGEABLE)
      this.#step(splice.replaceBlock(this.#text, holder, parent.kind === 'map' ? {} : []), intended)
    } else if (parent.kind === 'list' && typeof key === 'number') {
      this.#step(splice.removeItem(this.#text, parent, key), intended)
    } else if (parent.kind === 'map' && typeof key === 'string') {
      this.#step(splice.removeEntry(this.#text, parent, parent.byKey.get(key)!), intended)
    }
  }

  /** Removes several items of the list at `path`. */
  removeItems(path: DocumentPath, indexes: readonly number[]): void {
    const list = treeAt(this.#root, path)
    if (list?.kind !== 'list') return
    // In brackets the first item goes with what is behind it, and the last one that is left leaves an empty list.
    const isFirstAlone = indexes.includes(0) && (list.style === 'flow' || indexes.length === list.items.length)
    const together = indexes.filter((index) => index > 0 || !isFirstAlone)
    if (together.length > 0) this.#removeTogether(path, list, together)
    if (isFirstAlone) this.remove([...path, 0])
  }

  #removeTogether(path: DocumentPath, list: ListTree, indexes: readonly number[]): void {
    refuseShared(list)
    const gone = new Set(indexes)
    const intended = updated(toData(this.#root), path, (items) =>
      (items as unknown[]).filter((_, index) => !gone.has(index)),
    )
    // From the last one on, so that those before stay where they are; read again once, in the end.
    for (const index of indexes.toSorted((a, b) => b - a)) {
      const upTo = { ...list, items: list.items.slice(0, index + 1) }
      this.#pieces.apply(splice.removeItem(this.#text, upTo, index))
    }
    this.#step([], intended)
  }

  /** Puts one text in place of several scalars. */
  setTexts(places: readonly DocumentPath[], text: string): void {
    const patches = places.flatMap((path) => {
      const tree = treeAt(this.#root, path)
      if (tree?.kind !== 'scalar') throw new Refusal(UNCHANGEABLE)
      refuseShared(tree)
      return splice.replaceScalar(tree, text)
    })
    const intended = places.reduce((data, path) => updated(data, path, () => text), toData(this.#root))
    this.#step(patches, intended)
  }

  /** Adds items at the end of the list at `path`; the list itself is added where it is missing. */
  append(path: DocumentPath, ...items: readonly Plain[]): void {
    const [first, ...others] = items
    if (first === undefined) return
    const list = treeAt(this.#root, path)
    if (list === undefined || isNothing(list) || (list.kind === 'list' && list.items.length === 0)) {
      this.#startList(path, list, first)
      this.append(path, ...others)
    } else if (list.kind === 'list') {
      refuseShared(list)
      const intended = updated(toData(this.#root), path, (present) => [...(present as unknown[]), ...items])
      this.#step(splice.addItems(this.#text, list, items), intended)
    } else throw new Refusal(`${String(path.at(-1))} is not a list.`)
  }

  /** Puts item `from` of the list at `path` at place `to`. */
  move(path: DocumentPath, from: number, to: number): void {
    const list = treeAt(this.#root, path)
    if (list?.kind !== 'list' || list.items[from] === undefined || list.items[to] === undefined)
      throw new Refusal('There is no such place to move to.')
    refuseShared(list)
    const intended = updated(toData(this.#root), path, (items) => {
      const moved = [...(items as unknown[])]
      moved.splice(to, 0, ...moved.splice(from, 1))
      return moved
    })
    this.#step(splice.moveItem(this.#text, list, from, to), intended)
  }

  get #text(): string {
    return this.#pieces.text
  }

  #replace(path: DocumentPath, tree: Tree, value: Plain): void {
    refuseShared(tree)
    if (tree.kind === 'map' && isMap(value) && Object.keys(value).length > 0) {
      this.#reshape(path, tree, value)
      return
    }
    const intended = updated(toData(this.#root), path, () => value)
    const holder = entryAt(this.#root, path)
    if (tree.style !== 'block' && tree.kind === 'scalar' && (value === null || typeof value !== 'object'))
      this.#step(splice.replaceScalar(tree, value), intended)
    else if (tree.style !== 'block') this.#step(splice.replaceInline(tree, value), intended)
    else if (tree.kind !== 'scalar' && holder !== undefined)
      this.#step(splice.replaceBlock(this.#text, holder, value), intended)
    else throw new Refusal(UNCHANGEABLE)
  }

  /** Makes a map hold exactly the keys of `value`. New ones come before old ones go, so that it is never empty. */
  #reshape(path: DocumentPath, map: MapTree, value: { readonly [key: string]: Plain }): void {
    for (const [key, member] of Object.entries(value)) this.set([...path, key], member)
    for (const key of map.byKey.keys()) if (!Object.hasOwn(value, key)) this.remove([...path, key])
  }

  #add(path: DocumentPath, value: Plain): void {
    const { parent, at } = this.#nearestMap(path)
    const rest = path.slice(at)
    const key = rest[0]
    if (typeof key !== 'string' || rest.some((part) => typeof part !== 'string'))
      throw new Refusal('There is no such place in the text.')
    refuseShared(parent)
    const nested = rest.slice(1).reduceRight<Plain>((inner, part) => ({ [part]: inner }), value)
    const intended = updated(toData(this.#root), path.slice(0, at + 1), () => nested)
    const existing = parent.byKey.get(key)
    const style = parent.style === 'flow' || !isStructured(nested) ? 'flow' : 'block'
    if (existing === undefined) this.#step(splice.addEntry(this.#text, parent, key, nested), intended)
    else this.#step(splice.fillEmpty(this.#text, existing, nested, style), intended)
  }

  /** The deepest map on the way to `path`, and how many parts of the path lead to it. */
  #nearestMap(path: DocumentPath): { parent: MapTree; at: number } {
    for (let at = path.length - 1; at >= 0; at--) {
      const tree = treeAt(this.#root, path.slice(0, at))
      if (tree?.kind === 'map') return { parent: tree, at }
      if (tree !== undefined && !isNothing(tree)) break
    }
    throw new Refusal('There is no such place in the text.')
  }

  #startList(path: DocumentPath, list: Tree | undefined, item: Plain): void {
    if (list === undefined || list.kind !== 'list') {
      this.set(path, [item])
      return
    }
    refuseShared(list)
    const holder = entryAt(this.#root, path)
    const intended = updated(toData(this.#root), path, () => [item])
    const parent = treeAt(this.#root, path.slice(0, -1))
    const style = parent?.style === 'flow' || typeof item !== 'object' ? 'flow' : 'block'
    if (holder === undefined) this.#step(splice.addItems(this.#text, list, [item]), intended)
    else this.#step(splice.fillEmpty(this.#text, holder, [item], style), intended)
  }

  #step(patches: readonly TextPatch[], intended: unknown): void {
    this.#pieces.apply(patches)
    const { root, diagnostics } = readYaml(this.#text)
    const isSound = root !== undefined && diagnostics.every(({ severity }) => severity === 'warning')
    if (!isSound || canonicalJson(toData(root)) !== canonicalJson(intended)) throw new Refusal(UNCHANGEABLE)
    this.#root = root
  }
}

const UNCHANGEABLE = 'This part of the text is written in a way that can only be changed in the editor.'

function readValid(text: string): Tree {
  const { root, diagnostics } = readYaml(text)
  if (root === undefined || diagnostics.some(({ severity }) => severity === 'error'))
    throw new Refusal('The text is not valid YAML at present; mend it in the editor first.')
  return root
}

function refuseShared(tree: Tree): void {
  if (tree.aliased)
    throw new Refusal('This value is shared through a YAML alias; change it in the editor, where the anchor is.')
}

function isNothing(tree: Tree): boolean {
  return tree.kind === 'scalar' && tree.value === null
}

function isMap(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether a value needs lines of its own: a list of maps, or a map with more than scalars inside. */
function isStructured(value: Plain): boolean {
  if (value === null || typeof value !== 'object') return false
  return Object.values(value).some((member) => member !== null && typeof member === 'object')
}

type Data = Readonly<Record<string, unknown>>

/** A copy of `data` in which the value at `path` is what `change` makes of it. */
function updated(data: unknown, path: DocumentPath, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(data)
  if (Array.isArray(data)) return data.map((item, index) => (index === key ? updated(item, rest, change) : item))
  const copy: Record<string, unknown> = Object.assign(Object.create(null), data)
  copy[key] = updated((data as Data | undefined)?.[key], rest, change)
  return copy
}

/** A copy of `data` without the key or item at `path`. */
function without(data: unknown, path: DocumentPath): unknown {
  const last = path.at(-1)
  return updated(data, path.slice(0, -1), (parent) => {
    if (Array.isArray(parent)) return parent.filter((_, index) => index !== last)
    const copy: Record<string, unknown> = Object.assign(Object.create(null), parent)
    if (last !== undefined) delete copy[last]
    return copy
  })
}
