import type { ObjectiveSpec } from '../../catalog/specs'
import { paths } from '../paths'
import { textAt } from '../yaml/tree'
import type { Draft } from './draft'
import { itemPaths, numbered } from './model'

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
