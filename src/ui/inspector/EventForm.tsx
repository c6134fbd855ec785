import type { InjectionSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { kindTitle } from './EventGroup'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { MapFields } from './MapFields'
import { NameField } from './NameField'
import { ScalarField } from './ScalarField'

interface EventFormProps {
  readonly event: InjectionSpec
  readonly path: DocumentPath
}

/** One event: what it happens to, from when to when and, for a spike, how much. */
export function EventForm({ event, path }: EventFormProps) {
  const { scenario } = useInspector()
  const { nodes, edges } = scenario.topology_graph
  const isOutage = event.start.kind === 'server_down'
  return (
    <>
      <p className={styles.muted}>{kindTitle(event.start.kind)}</p>
      <NameField id={event.event_id} path={[...path, 'event_id']} renamed={(id) => ({ kind: 'event', id })} />
      <ScalarField
        path={[...path, 'target_id']}
        options={isOutage ? nodes.servers.map(({ id }) => id) : edges.map(({ id }) => id)}
      />
      <MapFields path={[...path, 'start']} except={isOutage ? ['kind', 'spike_s'] : ['kind']} />
      <MapFields path={[...path, 'end']} except={['kind']} />
    </>
  )
}
