import { descendantOf, itemsOf, type Outline, type OutlineNode, scalarOf } from './outline'

/** Something that has a name: a component or an endpoint, which references may name, or an objective. */
export interface ComponentName {
  readonly id: string
  readonly sort: 'workload' | 'client' | 'load balancer' | 'server' | 'endpoint' | 'edge' | 'event' | 'objective'
}

/** Everything that has a name, in the order in which a request meets its kind. */
export function componentNames({ root }: Outline): readonly ComponentName[] {
  const nodes = descendantOf(root, ['topology_graph', 'nodes'])
  const named = (sort: ComponentName['sort'], ...ids: (string | undefined)[]): ComponentName[] =>
    ids.flatMap((id) => (id === undefined || id === '' ? [] : [{ id, sort }]))
  const idsOf = (path: readonly string[], key: string) =>
    itemsOf(descendantOf(root, path)).map((item) => scalarOf(item, key))
  const servers = itemsOf(descendantOf(nodes, ['servers']))
  return [
    ...named('workload', scalarOf(descendantOf(root, ['rqs_input']), 'id')),
    ...named('client', scalarOf(descendantOf(nodes, ['client']), 'id')),
    ...named('load balancer', scalarOf(descendantOf(nodes, ['load_balancer']), 'id')),
    ...named('server', ...servers.map((server) => scalarOf(server, 'id'))),
    ...named('endpoint', ...servers.flatMap(endpointNames)),
    ...named('edge', ...idsOf(['topology_graph', 'edges'], 'id')),
    ...named('event', ...idsOf(['events'], 'event_id')),
    ...named('objective', ...idsOf(['slos'], 'id')),
  ]
}

function endpointNames(server: OutlineNode): (string | undefined)[] {
  return itemsOf(descendantOf(server, ['endpoints'])).map((endpoint) => scalarOf(endpoint, 'endpoint_name'))
}

/** What a field with this `x-role` may name. */
export function referable(names: readonly ComponentName[], role: string | undefined): readonly ComponentName[] {
  const sorts = role === undefined || !Object.hasOwn(referableSorts, role) ? [] : (referableSorts[role] ?? [])
  return names.filter(({ sort }) => sorts.includes(sort))
}

const referableSorts: Readonly<Record<string, readonly ComponentName['sort'][]>> = {
  'ref:source': ['workload', 'client', 'load balancer', 'server'],
  'ref:target': ['client', 'load balancer', 'server'],
  'ref:server': ['server'],
  'ref:event-target': ['server', 'edge'],
  'ref:endpoint': ['endpoint'],
}
