import type { DocumentPath } from '../diagnostic'
import { paths } from '../paths'
import { type Tree, textAt, treeAt } from '../yaml/tree'
import { type Draft, Refusal } from './draft'
import { type Component, edgesOf, freeId, itemPaths, nodeCalled, type WrittenEdge } from './model'
import type { Plain } from './render'

/** Connects two nodes; the new edge has the latency and the losses of the last one. Gives its id. */
export function connect(draft: Draft, sourceId: string, targetId: string): string {
  const source = nodeCalled(draft.root, sourceId)
  const target = nodeCalled(draft.root, targetId)
  const reason = whyNotConnect(draft.root, source, target)
  if (reason !== undefined) throw new Refusal(reason)
  const id = freeId(draft.root, `${sourceId}-${targetId}`)
  const isFirstOfBalancer = !edgesOf(draft.root).some((edge) => edge.source === sourceId)
  draft.append(paths.edges, { id, source: sourceId, target: targetId, ...qualityOfLastEdge(draft) })
  if (source.kind === 'load-balancer' && target.kind === 'server') cover(draft, targetId, isFirstOfBalancer)
  return id
}

/** Removes an edge, the events that target it, and, for an edge of the load balancer, the cover of its server. */
export function disconnect(draft: Draft, edge: WrittenEdge): void {
  removeEventsAt(draft, new Set([edge.id]))
  const current = edgesOf(draft.root).find(({ id, source, target }) => {
    return id === edge.id && source === edge.source && target === edge.target
  })
  if (current !== undefined) draft.remove(current.path)
  const isBalancer = textAt(draft.root, [...paths.loadBalancer, 'id']) === edge.source
  const stillReached = edgesOf(draft.root).some(
    ({ source, target }) => source === edge.source && target === edge.target,
  )
  if (isBalancer && !stillReached) uncover(draft, edge.target)
}

/** Removes all edges of a node, and the events that target them or the node. */
export function isolate(draft: Draft, node: string): void {
  const gone = edgesOf(draft.root).filter(({ source, target }) => source === node || target === node)
  removeEventsAt(draft, new Set([node, ...gone.map(({ id }) => id)]))
  draft.removeItems(
    paths.edges,
    gone.map(({ path }) => Number(path.at(-1))),
  )
}

/** Removes the events that happen to one of `targets`. */
function removeEventsAt(draft: Draft, targets: ReadonlySet<string | undefined>): void {
  removeItems(draft, paths.events, (path) => targets.has(textAt(draft.root, [...path, 'target_id'])))
}

/** Takes a server out of `server_covered`. */
export function uncover(draft: Draft, server: string): void {
  removeItems(draft, paths.covered, (path) => textAt(draft.root, path) === server)
}

function removeItems(draft: Draft, list: DocumentPath, isMeant: (path: DocumentPath) => boolean): void {
  const meant = itemPaths(draft.root, list).flatMap((path, index) => (isMeant(path) ? [index] : []))
  draft.removeItems(list, meant)
}

/** A list that leaves servers out is not completed by one: that would make the others look forgotten. */
function cover(draft: Draft, server: string, isFirst: boolean): void {
  const list = treeAt(draft.root, paths.covered)
  const isCovered = itemPaths(draft.root, paths.covered).some((path) => textAt(draft.root, path) === server)
  if (!isCovered && (isFirst || list?.kind === 'list')) draft.append(paths.covered, server)
}

/** Why the model does not allow an edge between two nodes; undefined if it does. */
function whyNotConnect(root: Tree, source: Component, target: Component): string | undefined {
  if (target.kind === 'workload') return 'The workload only sends requests; nothing can be sent to it.'
  if (source.id === target.id) return `"${source.id}" cannot be connected to itself.`
  const outgoing = edgesOf(root).filter((edge) => edge.source === source.id)
  if (outgoing.some((edge) => edge.target === target.id))
    return `There is already an edge from "${source.id}" to "${target.id}".`
  const [existing] = outgoing
  if (existing !== undefined && source.kind !== 'load-balancer')
    return `"${source.id}" already sends to "${existing.target}"; only a load balancer can have several outgoing edges.`
  if (
    source.kind !== 'workload' &&
    target.kind !== 'client' &&
    source.kind !== 'client' &&
    leadsTo(root, target, source)
  )
    return `Requests would go round in circles between "${source.id}" and "${target.id}".`
  return undefined
}

/** Whether requests can get from one node to another without passing the client. */
function leadsTo(root: Tree, from: Component, to: Component): boolean {
  const clientId = textAt(root, [...paths.client, 'id'])
  const edges = edgesOf(root)
  const reached = new Set([from.id])
  for (const id of reached) {
    for (const edge of edges) if (edge.source === id && edge.target !== clientId) reached.add(edge.target)
  }
  return reached.has(to.id)
}

function qualityOfLastEdge(draft: Draft): { readonly [key: string]: Plain } {
  const last = itemPaths(draft.root, paths.edges).at(-1)
  const latency = last === undefined ? undefined : draft.dataAt([...last, 'latency'])
  const dropout = last === undefined ? undefined : draft.dataAt([...last, 'dropout_rate'])
  return {
    latency: isUsableLatency(latency) ? latency : { mean: 0.003, distribution: 'exponential' },
    ...(typeof dropout === 'number' ? { dropout_rate: dropout } : {}),
  }
}

/** A number, or a random variable that says its law. */
function isUsableLatency(latency: unknown): latency is Plain {
  return typeof latency === 'number' || (typeof latency === 'object' && latency !== null && 'distribution' in latency)
}
