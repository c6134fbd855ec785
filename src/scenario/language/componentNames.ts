import { descendantOf, itemsOf, type Outline, scalarOf } from './outline'

/** A component that a reference may name. */
export interface ComponentName {
  readonly id: string
  readonly sort: 'workload' | 'client' | 'load balancer' | 'server' | 'edge' | 'event'
}

/** All components that have an id, in the order in which a request meets their kinds. */
export function componentNames({ root }: Outline): readonly ComponentName[] {
  const nodes = descendantOf(root, ['topology_graph', 'nodes'])
  const named = (sort: ComponentName['sort'], ...ids: (string | undefined)[]): ComponentName[] =>
    ids.flatMap((id) => (id === undefined || id === '' ? [] : [{ id, sort }]))
  const idsOf = (path: readonly string[], key: string) =>
    itemsOf(descendantOf(root, path)).map((item) => scalarOf(item, key))
  return [
    ...named('workload', scalarOf(descendantOf(root, ['rqs_input']), 'id')),
    ...named('client', scalarOf(descendantOf(nodes, ['client']), 'id')),
    ...named('load balancer', scalarOf(descendantOf(nodes, ['load_balancer']), 'id')),
    ...named('server', ...idsOf(['topology_graph', 'nodes', 'servers'], 'id')),
    ...named('edge', ...idsOf(['topology_graph', 'edges'], 'id')),
    ...named('event', ...idsOf(['events'], 'event_id')),
  ]
}

/** The components that a field with this `x-role` may name. */
export function referable(names: readonly ComponentName[], role: string | undefined): readonly ComponentName[] {
  const sorts = role === undefined || !Object.hasOwn(referableSorts, role) ? [] : (referableSorts[role] ?? [])
  return names.filter(({ sort }) => sorts.includes(sort))
}

const referableSorts: Readonly<Record<string, readonly ComponentName['sort'][]>> = {
  'ref:source': ['workload', 'client', 'load balancer', 'server'],
  'ref:target': ['client', 'load balancer', 'server'],
  'ref:server': ['server'],
  'ref:event-target': ['server', 'edge'],
}
