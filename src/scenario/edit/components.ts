import type { StepKind } from '../../catalog/specs'
import type { DocumentPath } from '../diagnostic'
import { paths } from '../paths'
import { textAt, treeAt } from '../yaml/tree'
import { disconnect, isolate, uncover } from './connections'
import { type Draft, Refusal } from './draft'
import { type Component, componentsOf, edgesOf, freeId, itemPaths, nodeCalled, nodesOf, serverCalled } from './model'
import type { Plain } from './render'

/** Adds a server that parses and waits; gives its id, which continues the numbering of the others. */
export function addServer(draft: Draft): string {
  const last = nodesOf(draft.root).findLast(({ kind }) => kind === 'server')
  const id = freeId(draft.root, last === undefined ? 'server-1' : last.id)
  draft.append(paths.servers, {
    id,
    server_resources: { cpu_cores: 1, ram_mb: 1024 },
    endpoints: [newEndpoint('/endpoint-1')],
  })
  return id
}

/** Adds a load balancer that covers no server yet; gives its id. */
export function addLoadBalancer(draft: Draft): string {
  const present = nodesOf(draft.root).find(({ kind }) => kind === 'load-balancer')
  if (present !== undefined) throw new Refusal(`There is a load balancer already: "${present.id}".`)
  const id = freeId(draft.root, 'lb-1')
  draft.set(paths.loadBalancer, { id, algorithms: 'round_robin', server_covered: [] })
  return id
}

export function addEndpoint(draft: Draft, server: string): void {
  const list = [...serverCalled(draft.root, server).path, 'endpoints']
  const names = new Set(itemPaths(draft.root, list).map((path) => textAt(draft.root, [...path, 'endpoint_name'])))
  let number = names.size + 1
  while (names.has(`/endpoint-${number}`)) number += 1
  draft.append(list, newEndpoint(`/endpoint-${number}`))
}

export function addStep(draft: Draft, server: string, endpoint: number, kind: StepKind): void {
  draft.append(stepsOf(draft, server, endpoint), newStep(kind))
}

export function moveStep(draft: Draft, server: string, endpoint: number, step: number, to: number): void {
  draft.move(stepsOf(draft, server, endpoint), step, to)
}

export function moveEndpoint(draft: Draft, server: string, endpoint: number, to: number): void {
  draft.move([...serverCalled(draft.root, server).path, 'endpoints'], endpoint, to)
}

/** Makes the list at `path` hold exactly `words`; those that stay are not touched. */
export function setWords(draft: Draft, path: DocumentPath, words: readonly string[]): void {
  const present = draft.dataAt(path)
  if (!Array.isArray(present)) {
    draft.set(path, words)
    return
  }
  const gone = present.flatMap((word, index) => (words.includes(word) ? [] : [index]))
  draft.removeItems(path, gone)
  draft.append(path, ...words.filter((word) => !present.includes(word)))
}

/** Removes a server or the load balancer together with its edges, its events and its place behind the balancer. */
export function removeNode(draft: Draft, id: string): void {
  const node = nodeCalled(draft.root, id)
  if (node.kind === 'client' || node.kind === 'workload')
    throw new Refusal(`A scenario always has a ${node.kind}; "${id}" cannot be removed.`)
  isolate(draft, id)
  if (node.kind === 'server') uncover(draft, id)
  draft.remove(nodeCalled(draft.root, id).path)
}

export function removeEdge(draft: Draft, id: string): void {
  const edge = edgesOf(draft.root).find((each) => each.id === id)
  if (edge === undefined) throw new Refusal(`There is no edge called "${id}".`)
  disconnect(draft, edge)
}

/** Gives a component another id, in its own place and wherever it is referred to. */
export function rename(draft: Draft, from: string, to: string): void {
  const component = componentsOf(draft.root).find(({ id }) => id === from)
  if (component === undefined) throw new Refusal(`There is no component called "${from}".`)
  if (from === to) return
  refuseBlank(to)
  if (componentsOf(draft.root).some(({ id }) => id === to)) throw new Refusal(`The id "${to}" is taken.`)
  const places: DocumentPath[] = component.kind === 'event' ? [] : references(draft, component)
  draft.setTexts([[...component.path, component.idKey], ...places], to)
}

/** Gives what stands at `path` and nothing refers to, an event or an objective, another id. */
export function renameAt(draft: Draft, path: DocumentPath, to: string): void {
  refuseBlank(to)
  draft.set(path, to)
}

function refuseBlank(id: string): void {
  if (id.trim() === '') throw new Refusal('An id cannot be empty.')
}

/** Wherever a node or an edge is referred to by its id. */
function references(draft: Draft, { kind, id: from }: Component): DocumentPath[] {
  const isNode = kind !== 'edge'
  const edgeToo = componentsOf(draft.root).some(({ id, kind }) => id === from && kind === 'edge')
  const places: DocumentPath[] = [
    ...(isNode
      ? itemPaths(draft.root, paths.edges).flatMap((path) => [
          [...path, 'source'],
          [...path, 'target'],
        ])
      : []),
    ...(isNode ? itemPaths(draft.root, paths.covered) : []),
    // An event that could mean an edge of the same name means that edge.
    ...(isNode && edgeToo ? [] : itemPaths(draft.root, paths.events).map((path) => [...path, 'target_id'])),
  ]
  return places.filter((path) => textAt(draft.root, path) === from)
}

function stepsOf(draft: Draft, server: string, endpoint: number): DocumentPath {
  const path = [...serverCalled(draft.root, server).path, 'endpoints', endpoint]
  if (treeAt(draft.root, path) === undefined) throw new Refusal(`Server "${server}" has no endpoint ${endpoint + 1}.`)
  return [...path, 'steps']
}

function newEndpoint(name: string): Plain {
  return { endpoint_name: name, steps: [newStep('initial_parsing'), newStep('io_wait')] }
}

function newStep(kind: StepKind): Plain {
  return { kind, step_operation: OPERATIONS[kind] }
}

/** What a new step needs, until the person says otherwise: the order of size that is usual for its kind. */
const OPERATIONS: Readonly<Record<StepKind, Plain>> = {
  initial_parsing: { cpu_time: 0.002 },
  cpu_bound_operation: { cpu_time: 0.005 },
  ram: { necessary_ram: 64 },
  io_wait: { io_waiting_time: 0.01 },
  io_cache: { io_waiting_time: 0.002 },
  io_db: { io_waiting_time: 0.02 },
  io_llm: { io_waiting_time: 1 },
  io_task_spawn: { io_waiting_time: 0.1 },
}
