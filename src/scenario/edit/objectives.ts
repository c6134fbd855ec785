import type { ObjectiveSpec } from '../../catalog/specs'
import { paths } from '../paths'
import { textAt } from '../yaml/tree'
import { type Draft, Refusal } from './draft'
import { itemPaths, nodesOf, numbered, serverCalled } from './model'

/** Adds an objective that many services have; gives its id. */
export function addObjective(draft: Draft, kind: ObjectiveSpec['kind']): string {
  const taken = new Set(itemPaths(draft.root, paths.objectives).map((path) => textAt(draft.root, [...path, 'id'])))
  const id = numbered(kind, taken)
  draft.append(paths.objectives, { id, kind, ...USUAL[kind] })
  return id
}

const USUAL = {
  latency: { threshold_s: 0.3, target: 0.99 },
  availability: { target: 0.999 },
} as const

/** Gives an endpoint another name, also in the objectives about it, unless another server has one of the old name. */
export function renameEndpoint(draft: Draft, server: string, endpoint: number, to: string): void {
  const path = [...serverCalled(draft.root, server).path, 'endpoints', endpoint, 'endpoint_name']
  const from = textAt(draft.root, path)
  if (from === undefined) throw new Refusal(`Server "${server}" has no endpoint ${endpoint + 1}.`)
  draft.set(path, to)
  if (endpointNames(draft).some((name) => isSameEndpoint(name, from))) return
  for (const objective of itemPaths(draft.root, paths.objectives)) {
    const at = [...objective, 'endpoint']
    if (isSameEndpoint(textAt(draft.root, at), from)) draft.set(at, to)
  }
}

function endpointNames({ root }: Draft): (string | undefined)[] {
  return nodesOf(root)
    .filter(({ kind }) => kind === 'server')
    .flatMap(({ path }) => itemPaths(root, [...path, 'endpoints']))
    .map((path) => textAt(root, [...path, 'endpoint_name']))
}

/** Endpoints are told apart in lower case. */
function isSameEndpoint(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase()
}
