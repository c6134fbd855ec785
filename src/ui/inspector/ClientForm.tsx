import { ConnectField } from './ConnectField'
import { useInspector } from './InspectorContext'
import { NameField } from './NameField'

/** The client has a name and edges, nothing else. */
export function ClientForm() {
  const { scenario } = useInspector()
  const { client, load_balancer: balancer, servers } = scenario.topology_graph.nodes
  return (
    <>
      <NameField id={client.id} renamed={() => ({ kind: 'client' })} />
      <ConnectField id={client.id} targets={[...(balancer ? [balancer.id] : []), ...servers.map(({ id }) => id)]} />
    </>
  )
}
