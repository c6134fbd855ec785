import type { DocumentPath, TextPosition, TextRange } from './diagnostic'
import type { ElementRef } from './element'
import { paths } from './paths'
import { entryAt, type Tree, textAt, treeAt } from './yaml/tree'

/** Line and column of `offset`, both from 1; `\r\n` and `\n` end a line. */
export function positionAt(text: string, offset: number): TextPosition {
  const before = text.slice(0, Math.max(0, Math.min(offset, text.length)))
  const lineStart = before.lastIndexOf('\n') + 1
  const line = before.split('\n').length
  return { line, column: before.length - lineStart + 1 }
}

/** Range of the value at `path`, or of its nearest ancestor in the document. */
export function rangeOf(root: Tree | undefined, path: DocumentPath): TextRange {
  for (let length = path.length; length >= 0; length--) {
    const tree = treeAt(root, path.slice(0, length))
    if (tree !== undefined) return tree.range
  }
  return { start: 0, end: 0 }
}

/**
 * Range of the key that holds the value at `path`: where a person looks for what the value lacks.
 * For an item of a list, which has no key, its first key; for the document, its first key too.
 */
export function keyRangeOf(root: Tree | undefined, path: DocumentPath): TextRange {
  const entry = entryAt(root, path)
  if (entry !== undefined) return entry.keyRange
  const tree = treeAt(root, path)
  if (tree?.kind === 'map' && tree.entries[0] !== undefined) return tree.entries[0].keyRange
  return rangeOf(root, path)
}

/** Path of an element as written in the text; undefined if it is not there. */
export function pathOf(root: Tree | undefined, element: ElementRef): DocumentPath | undefined {
  const path = writtenPath(root, element)
  return path !== undefined && treeAt(root, path) !== undefined ? path : undefined
}

function writtenPath(root: Tree | undefined, element: ElementRef): DocumentPath | undefined {
  switch (element.kind) {
    case 'workload':
      return paths.workload
    case 'settings':
      return paths.settings
    case 'client':
      return paths.client
    case 'load-balancer':
      return paths.loadBalancer
    case 'server':
      return itemCalled(root, paths.servers, 'id', element.id)
    case 'edge':
      return itemCalled(root, paths.edges, 'id', element.id)
    case 'event':
      return itemCalled(root, paths.events, 'event_id', element.id)
    case 'endpoint': {
      const server = itemCalled(root, paths.servers, 'id', element.server)
      return server && [...server, 'endpoints', element.endpoint]
    }
    case 'step': {
      const server = itemCalled(root, paths.servers, 'id', element.server)
      return server && [...server, 'endpoints', element.endpoint, 'steps', element.step]
    }
  }
}

function itemCalled(root: Tree | undefined, list: DocumentPath, idKey: string, id: string): DocumentPath | undefined {
  const tree = treeAt(root, list)
  const index = tree?.kind === 'list' ? tree.items.findIndex((_, i) => textAt(root, [...list, i, idKey]) === id) : -1
  return index < 0 ? undefined : [...list, index]
}

/** Innermost element whose text, key included, contains `offset`. */
export function elementAt(root: Tree | undefined, offset: number): ElementRef | undefined {
  const path = pathAt(root, offset)
  for (let length = path.length; length > 0; length--) {
    const element = elementOf(root, path.slice(0, length))
    if (element !== undefined) return element
  }
  return undefined
}

/** Path of the innermost value whose text, key included, contains `offset`. */
function pathAt(root: Tree | undefined, offset: number): DocumentPath {
  const path: (string | number)[] = []
  let tree = root
  while (tree !== undefined) {
    const step = stepTowards(tree, offset)
    if (step === undefined) break
    path.push(step.key)
    tree = step.value
  }
  return path
}

/** A block ends where the next line begins, so that two values may touch: then it is the second one. */
function stepTowards(tree: Tree, offset: number): { key: string | number; value: Tree } | undefined {
  if (tree.kind === 'map') {
    const entry = tree.entries.findLast(
      ({ keyRange, value }) => keyRange.start <= offset && offset <= endOf(keyRange, value),
    )
    return entry && { key: entry.key, value: entry.value }
  }
  if (tree.kind !== 'list') return undefined
  const index = tree.items.findLastIndex(({ range }) => range.start - ITEM_MARK <= offset && offset <= range.end)
  return index < 0 ? undefined : { key: index, value: tree.items[index]! }
}

/** The dash and the space before an item belong to it. */
const ITEM_MARK = 2

function endOf(keyRange: TextRange, value: Tree): number {
  return Math.max(keyRange.end, value.range.end)
}

/** The element that is written exactly at `path`. */
export function elementOf(root: Tree | undefined, path: DocumentPath): ElementRef | undefined {
  const [first, second, third, index] = path
  if (path.length === 1 && first === 'rqs_input') return { kind: 'workload' }
  if (path.length === 1 && first === 'sim_settings') return { kind: 'settings' }
  if (path.length === 2 && first === 'events') return named('event', textAt(root, [...path, 'event_id']))
  if (first !== 'topology_graph') return undefined
  if (path.length === 3 && second === 'edges') return named('edge', textAt(root, [...path, 'id']))
  if (second !== 'nodes') return undefined
  if (path.length === 3 && third === 'client') return { kind: 'client' }
  if (path.length === 3 && third === 'load_balancer') return { kind: 'load-balancer' }
  if (third !== 'servers' || typeof index !== 'number') return undefined
  return insideServer(root, path)
}

function insideServer(root: Tree | undefined, path: DocumentPath): ElementRef | undefined {
  const server = textAt(root, [...path.slice(0, 4), 'id'])
  if (server === undefined) return undefined
  const [endpoint, step] = [path[5], path[7]]
  if (path.length === 4) return { kind: 'server', id: server }
  if (path.length === 6 && path[4] === 'endpoints' && typeof endpoint === 'number')
    return { kind: 'endpoint', server, endpoint }
  if (path.length === 8 && path[6] === 'steps' && typeof endpoint === 'number' && typeof step === 'number')
    return { kind: 'step', server, endpoint, step }
  return undefined
}

function named(kind: 'edge' | 'event', id: string | undefined): ElementRef | undefined {
  return id === undefined ? undefined : { kind, id }
}
