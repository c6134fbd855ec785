import { Plus } from 'lucide-react'
import type { ServerSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import type { ElementRef } from '../../scenario/element'
import { Button } from '../../widgets/Button'
import { ConnectField } from './ConnectField'
import { EndpointCard } from './EndpointCard'
import { EventGroup } from './EventGroup'
import { FieldGroup } from './FieldGroup'
import { useInspector } from './InspectorContext'
import { MapFields } from './MapFields'
import { NameField } from './NameField'

interface ServerFormProps {
  readonly server: ServerSpec
  readonly path: DocumentPath
  readonly selection: ElementRef | undefined
}

/** Everything about one server: resources, endpoints with their steps, edges, outages. */
export function ServerForm({ server, path, selection }: ServerFormProps) {
  const { scenario, locked, perform } = useInspector()
  const { client, servers } = scenario.topology_graph.nodes
  return (
    <>
      <NameField id={server.id} renamed={(id) => ({ kind: 'server', id })} />
      <FieldGroup title="Resources">
        <MapFields path={[...path, 'server_resources']} />
      </FieldGroup>
      <FieldGroup
        title="Endpoints"
        actions={
          <Button
            size="s"
            variant="quiet"
            icon={<Plus size={13} />}
            disabled={locked}
            onClick={() => perform((text) => scenarioEdits.addEndpoint(text, server.id))}
          >
            Add endpoint
          </Button>
        }
      >
        {server.endpoints.map((endpoint, index) => (
          <EndpointCard
            // biome-ignore lint/suspicious/noArrayIndexKey: endpoint names need not differ; the place is what tells them apart.
            key={index}
            server={server.id}
            index={index}
            count={server.endpoints.length}
            path={[...path, 'endpoints', index]}
            endpoint={endpoint}
            selection={selection}
          />
        ))}
      </FieldGroup>
      <ConnectField
        id={server.id}
        targets={[client.id, ...servers.map(({ id }) => id).filter((id) => id !== server.id)]}
      />
      <EventGroup target={server.id} addLabel="Add outage" />
    </>
  )
}
