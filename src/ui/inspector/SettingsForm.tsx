import type { DocumentPath } from '../../scenario/diagnostic'
import { Button } from '../../widgets/Button'
import { EventGroup } from './EventGroup'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { MapFields } from './MapFields'
import { MetricChoice } from './MetricChoice'
import { ObjectiveGroup } from './ObjectiveGroup'

/** What is shown while nothing is selected: the run's settings, what the system is held against, and all events. */
export function SettingsForm({ path }: { readonly path: DocumentPath }) {
  const { select } = useInspector()
  return (
    <>
      <p className={styles.muted}>Select a card or an arrow to change it.</p>
      <Button size="s" onClick={() => select({ kind: 'workload' })}>
        Edit the workload
      </Button>
      <MapFields path={path} />
      <MetricChoice path={[...path, 'enabled_sample_metrics']} />
      <MetricChoice path={[...path, 'enabled_event_metrics']} />
      <ObjectiveGroup />
      <EventGroup />
    </>
  )
}
