import type { DocumentPath } from '../../scenario/diagnostic'
import { ConnectField } from './ConnectField'
import { useInspector } from './InspectorContext'
import { MapFields } from './MapFields'
import { NameField } from './NameField'

/** Who sends requests, and how many. */
export function WorkloadForm({ path }: { readonly path: DocumentPath }) {
  const { scenario } = useInspector()
  const { client, load_balancer: balancer, servers } = scenario.topology_graph.nodes
  return (
    <>
      <NameField id={scenario.rqs_input.id} renamed={() => ({ kind: 'workload' })} />
      <MapFields path={path} except={['id', 'type']} />
      <ConnectField
        id={scenario.rqs_input.id}
        targets={[client.id, ...(balancer ? [balancer.id] : []), ...servers.map(({ id }) => id)]}
      />
    </>
  )
}
