import type { DocumentPath } from '../diagnostic'
import type { Facts } from '../facts'
import { nameOf } from '../words'
import { changeValue, finding, type Rule } from './rule'

interface Named {
  readonly id: string
  readonly path: DocumentPath
}

/** Client, load balancer and servers share one set of ids. */
export const nodeIdsAreDistinct: Rule = function* (context) {
  for (const { id, path, first } of repeated(context.facts.nodes))
    yield finding(context, {
      code: 'duplicate-id',
      path: [...path, 'id'],
      message: `The id "${id}" is taken by ${nameOf(context.root, first)} already.`,
      hint: 'Client, load balancer and servers need ids that differ from each other.',
      fixes: changeValue(context, [...path, 'id'], freeId(context.facts, id)),
    })
}

export const edgeIdsAreDistinct: Rule = function* (context) {
  const named = context.facts.edges.flatMap(({ id, path }) => (id === undefined ? [] : [{ id, path }]))
  for (const { id, path } of repeated(named))
    yield finding(context, {
      code: 'duplicate-edge-id',
      path: [...path, 'id'],
      message: `Another edge is called "${id}" already.`,
      hint: 'Edges need ids that differ from each other.',
      fixes: changeValue(context, [...path, 'id'], freeId(context.facts, id)),
    })
}

export const eventIdsAreDistinct: Rule = function* (context) {
  const named = context.facts.events.map(({ spec, path }) => ({ id: spec.event_id, path }))
  for (const { id, path } of repeated(named))
    yield finding(context, {
      code: 'duplicate-event-id',
      path: [...path, 'event_id'],
      message: `Another event is called "${id}" already; event ids must be unique.`,
      hint: 'Give each event a name of its own.',
      fixes: changeValue(context, [...path, 'event_id'], freeId(context.facts, id)),
    })
}

export const objectiveIdsAreDistinct: Rule = function* (context) {
  const named = context.facts.objectives.map(({ spec, path }) => ({ id: spec.id, path }))
  for (const { id, path } of repeated(named))
    yield finding(context, {
      code: 'slo.duplicate_id',
      path: [...path, 'id'],
      message: `Another objective is called "${id}" already.`,
      hint: 'Objectives need ids that differ from each other.',
      fixes: changeValue(context, [...path, 'id'], freeId(context.facts, id)),
    })
}

/** Edges name the workload as their source, so its id must not be a node's. */
export const workloadIdIsItsOwn: Rule = function* (context) {
  const { workloadId, nodes } = context.facts
  const other = nodes.find(({ id }) => id === workloadId)
  if (workloadId === undefined || other === undefined) return
  yield finding(context, {
    code: 'workload-id-taken',
    path: ['rqs_input', 'id'],
    message: `The workload is called "${workloadId}" like ${nameOf(context.root, other.path)}.`,
    hint: 'Edges could mean either; give the workload an id of its own.',
    fixes: changeValue(context, ['rqs_input', 'id'], freeId(context.facts, `${workloadId}-users`)),
  })
}

/** An empty id works, but nobody can see it. */
export const idsAreVisible: Rule = function* (context) {
  const { nodes, edges, events, objectives, workloadId } = context.facts
  const paths: DocumentPath[] = [
    ...(workloadId?.trim() === '' ? [['rqs_input', 'id']] : []),
    ...nodes.filter(({ id }) => id.trim() === '').map(({ path }) => [...path, 'id']),
    ...edges.filter(({ id }) => id?.trim() === '').map(({ path }) => [...path, 'id']),
    ...events.filter(({ spec }) => spec.event_id.trim() === '').map(({ path }) => [...path, 'event_id']),
    ...objectives.filter(({ spec }) => spec.id.trim() === '').map(({ path }) => [...path, 'id']),
  ]
  for (const path of paths)
    yield finding(context, {
      code: 'blank-id',
      severity: 'warning',
      path,
      message: `The id of ${nameOf(context.root, path.slice(0, -1))} is empty.`,
      hint: 'Give it a name that can be seen in charts and messages.',
    })
}

/** Each item whose id an earlier one has, with the path of that earlier one. */
function repeated(items: readonly Named[]): (Named & { readonly first: DocumentPath })[] {
  const firsts = new Map<string, DocumentPath>()
  return items.flatMap(({ id, path }) => {
    const first = firsts.get(id)
    if (first === undefined) firsts.set(id, path)
    return first === undefined ? [] : [{ id, path, first }]
  })
}

/** `id` with the first number that nothing else has. */
function freeId({ nodes, edges, events, objectives, workloadId }: Facts, id: string): string {
  const taken = new Set<string | undefined>([
    workloadId,
    ...nodes.map((node) => node.id),
    ...edges.map((edge) => edge.id),
    ...events.map((event) => event.spec.event_id),
    ...objectives.map((objective) => objective.spec.id),
  ])
  if (!taken.has(id)) return id
  let number = 2
  while (taken.has(`${id}-${number}`)) number += 1
  return `${id}-${number}`
}
