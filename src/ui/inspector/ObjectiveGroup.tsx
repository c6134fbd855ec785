import { Plus, Trash2 } from 'lucide-react'
import type { ObjectiveSpec } from '../../catalog/specs'
import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { paths } from '../../scenario/paths'
import { Button } from '../../widgets/Button'
import { IconButton } from '../../widgets/IconButton'
import { FieldGroup } from './FieldGroup'
import { labelText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { MapFields } from './MapFields'
import { NameField } from './NameField'
import { ScalarField } from './ScalarField'

const kinds = ['latency', 'availability'] as const satisfies readonly ObjectiveSpec['kind'][]

/** The service level objectives: change one, remove one, add one of each kind. */
export function ObjectiveGroup() {
  const { scenario, locked, perform } = useInspector()
  const objectives = scenario.slos ?? []
  return (
    <FieldGroup title="Objectives">
      {objectives.length === 0 && <p className={styles.muted}>None.</p>}
      {objectives.map((objective, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its name changes under the hands of the person; its place does not.
        <ObjectiveCard key={index} objective={objective} path={[...paths.objectives, index]} />
      ))}
      <div className={styles.choices}>
        {kinds.map((kind) => (
          <Button
            key={kind}
            size="s"
            variant="quiet"
            icon={<Plus size={13} />}
            disabled={locked}
            onClick={() => perform((text) => scenarioEdits.addObjective(text, kind))}
          >
            Add {kind} objective
          </Button>
        ))}
      </div>
    </FieldGroup>
  )
}

interface ObjectiveCardProps {
  readonly objective: ObjectiveSpec
  readonly path: DocumentPath
}

function ObjectiveCard({ objective: { id, kind }, path }: ObjectiveCardProps) {
  const { scenario, locked, perform } = useInspector()
  const endpoints = scenario.topology_graph.nodes.servers.flatMap((server) =>
    server.endpoints.map(({ endpoint_name }) => endpoint_name),
  )
  return (
    <section className={styles.objective} aria-label={`Objective ${id}`}>
      <div className={styles.objectiveHead}>
        <span className={styles.muted}>{labelText(kind)}</span>
        <IconButton
          size="s"
          label={`Remove objective ${id}`}
          icon={<Trash2 size={13} />}
          disabled={locked}
          onClick={() => perform((text) => scenarioEdits.removeAt(text, path))}
        />
      </div>
      <NameField id={id} path={[...path, 'id']} />
      <MapFields path={path} kinds={[kind]} except={['id', 'kind', 'endpoint']} />
      {kind === 'latency' && <ScalarField path={[...path, 'endpoint']} options={[...new Set(endpoints)]} />}
    </section>
  )
}
