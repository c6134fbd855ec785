import type { DocumentPath } from '../diagnostic'
import { paths } from '../paths'
import { type Tree, textAt, treeAt } from '../yaml/tree'
import { Refusal } from './draft'

export type ComponentKind = 'workload' | 'client' | 'load-balancer' | 'server' | 'edge' | 'event'

/** Something with an id, as written; edits work on what is there, also while rules are broken. */
export interface Component {
  readonly kind: ComponentKind
  readonly id: string
  readonly path: DocumentPath
  /** Key that holds the id. */
  readonly idKey: 'id' | 'event_id'
}

export interface WrittenEdge extends Component {
  readonly source: string
  readonly target: string
}

/** All components that have an id. */
export function componentsOf(root: Tree): Component[] {
  return [
    ...nodesOf(root),
    ...edgesOf(root),
    ...itemPaths(root, paths.events).flatMap((path) => component(root, 'event', path)),
  ]
}

/** Workload, client, load balancer and servers that have an id. */
export function nodesOf(root: Tree): Component[] {
  return [
    ...component(root, 'workload', paths.workload),
    ...component(root, 'client', paths.client),
    ...component(root, 'load-balancer', paths.loadBalancer),
    ...itemPaths(root, paths.servers).flatMap((path) => component(root, 'server', path)),
  ]
}

/** Edges that have an id, a source and a target. */
export function edgesOf(root: Tree): WrittenEdge[] {
  return itemPaths(root, paths.edges).flatMap((path) =>
    component(root, 'edge', path).flatMap((edge) => {
      const source = textAt(root, [...path, 'source'])
      const target = textAt(root, [...path, 'target'])
      return source === undefined || target === undefined ? [] : [{ ...edge, source, target }]
    }),
  )
}

/** Paths of the items of a list; none where there is no list. */
export function itemPaths(root: Tree, list: DocumentPath): DocumentPath[] {
  const tree = treeAt(root, list)
  return tree?.kind === 'list' ? tree.items.map((_, index) => [...list, index]) : []
}

/** The node called `id`, or a refusal that says there is none. */
export function nodeCalled(root: Tree, id: string): Component {
  const node = nodesOf(root).find((each) => each.id === id)
  if (node === undefined) throw new Refusal(`There is no component called "${id}".`)
  return node
}

/** The server called `id`, or a refusal. */
export function serverCalled(root: Tree, id: string): Component {
  const server = nodesOf(root).find((each) => each.kind === 'server' && each.id === id)
  if (server === undefined) throw new Refusal(`There is no server called "${id}".`)
  return server
}

/** `wanted`, or `wanted` with the first number that makes it free among all ids. */
export function freeId(root: Tree, wanted: string): string {
  return numbered(wanted, new Set(componentsOf(root).map(({ id }) => id)))
}

/** `wanted`, or `wanted` with the first number, from 2 or its own on, that is not taken. */
export function numbered(wanted: string, taken: ReadonlySet<string | undefined>): string {
  if (!taken.has(wanted)) return wanted
  const [, stem = wanted, number = '1'] = /^(.*?)-?(\d+)$/.exec(wanted) ?? []
  let next = Number(number) + 1
  while (taken.has(`${stem}-${next}`)) next += 1
  return `${stem}-${next}`
}

function component(root: Tree, kind: ComponentKind, path: DocumentPath): Component[] {
  const idKey = kind === 'event' ? 'event_id' : 'id'
  const id = textAt(root, [...path, idKey])
  return id === undefined ? [] : [{ kind, id, path, idKey }]
}
