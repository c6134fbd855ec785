import type { NetworkLinkSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { DurationField } from './DurationField'
import { EventGroup } from './EventGroup'
import { useInspector } from './InspectorContext'
import { NameField } from './NameField'
import { ScalarField } from './ScalarField'

interface EdgeFormProps {
  readonly edge: NetworkLinkSpec
  readonly path: DocumentPath
}

/** One edge: its ends, its latency, its loss, its spikes. */
export function EdgeForm({ edge, path }: EdgeFormProps) {
  const { scenario } = useInspector()
  const { nodes } = scenario.topology_graph
  const targets = [
    nodes.client.id,
    ...(nodes.load_balancer ? [nodes.load_balancer.id] : []),
    ...nodes.servers.map(({ id }) => id),
  ]
  return (
    <>
      <NameField id={edge.id} renamed={(id) => ({ kind: 'edge', id })} />
      <ScalarField path={[...path, 'source']} options={[scenario.rqs_input.id, ...targets]} />
      <ScalarField path={[...path, 'target']} options={targets} />
      <ScalarField path={[...path, 'dropout_rate']} />
      <DurationField path={[...path, 'latency']} />
      <EventGroup target={edge.id} addLabel="Add spike" />
    </>
  )
}
