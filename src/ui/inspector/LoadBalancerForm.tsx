import type { LoadBalancerSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { ConnectField } from './ConnectField'
import { useInspector } from './InspectorContext'
import { MapFields } from './MapFields'
import { NameField } from './NameField'

interface LoadBalancerFormProps {
  readonly balancer: LoadBalancerSpec
  readonly path: DocumentPath
}

/** How the load balancer chooses, and which servers it can choose from: those it has an edge to. */
export function LoadBalancerForm({ balancer, path }: LoadBalancerFormProps) {
  const { scenario } = useInspector()
  return (
    <>
      <NameField id={balancer.id} renamed={() => ({ kind: 'load-balancer' })} />
      <MapFields path={path} except={['id', 'type']} />
      <ConnectField id={balancer.id} targets={scenario.topology_graph.nodes.servers.map(({ id }) => id)} />
    </>
  )
}
