import { useState } from 'react'
import { scenarioEdits } from '../../scenario/edit'
import { Button } from '../../widgets/Button'
import { Select } from '../../widgets/Select'
import { FieldGroup } from './FieldGroup'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { useRefusal } from './useRefusal'

interface ConnectFieldProps {
  readonly id: string
  /** Ids of the nodes that can be its targets. */
  readonly targets: readonly string[]
}

/** The edges of a node, and the keyboard's way to make one. */
export function ConnectField({ id, targets }: ConnectFieldProps) {
  const { scenario, locked, tryEdit, select } = useInspector()
  const edges = scenario.topology_graph.edges
  const free = targets.filter((target) => !edges.some((edge) => edge.source === id && edge.target === target))
  const own = edges.filter(({ source, target }) => source === id || target === id)
  return (
    <FieldGroup title="Edges">
      {own.length > 0 && (
        <ul className={styles.links}>
          {own.map((edge) => (
            <li key={edge.id}>
              <Button size="s" variant="quiet" onClick={() => select({ kind: 'edge', id: edge.id })}>
                {edge.source === id ? `→ ${edge.target}` : `← ${edge.source}`}
                <span className={styles.muted}>{edge.id}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <ConnectRow
          targets={free}
          disabled={locked}
          onConnect={(target) => {
            const made = tryEdit((text) => scenarioEdits.addEdge(text, id, target))
            return made.ok ? undefined : made.reason
          }}
        />
      )}
    </FieldGroup>
  )
}

interface ConnectRowProps {
  readonly targets: readonly string[]
  readonly disabled: boolean
  /** Answers with the reason when the connection is refused. */
  readonly onConnect: (target: string) => string | undefined
}

function ConnectRow({ targets, disabled, onConnect }: ConnectRowProps) {
  const [chosen, setChosen] = useState<string>()
  const [refusal, setRefusal] = useRefusal()
  const target = chosen !== undefined && targets.includes(chosen) ? chosen : targets[0]
  return (
    <div className={styles.connect}>
      <Select
        label="Connect to"
        layout="row"
        value={target}
        options={targets.map((id) => ({ value: id, label: id }))}
        disabled={disabled}
        {...refusal}
        onCommit={(id) => {
          setChosen(id)
          setRefusal(undefined)
        }}
      />
      <Button size="s" disabled={disabled} onClick={() => target !== undefined && setRefusal(onConnect(target))}>
        Connect
      </Button>
    </div>
  )
}
