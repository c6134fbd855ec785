import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import type { ElementRef } from '../../scenario/element'
import { TextField } from '../../widgets/TextField'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { useRefusal } from './useRefusal'

interface NameFieldProps {
  readonly id: string
  /** Where the id stands, if nothing refers to it: that of an event or an objective. */
  readonly path?: DocumentPath
  /** What is selected once it has its new name. */
  readonly renamed?: (id: string) => ElementRef
}

/** The id of a component, an event or an objective; a new one goes to every place that refers to it. */
export function NameField({ id, path, renamed }: NameFieldProps) {
  const { locked, tryEdit, select } = useInspector()
  const [refusal, setRefusal] = useRefusal()
  const rename = (next: string) => {
    const to = next.trim()
    const made = tryEdit((text) =>
      path ? scenarioEdits.renameAt(text, path, to) : scenarioEdits.renameId(text, id, to),
    )
    setRefusal(made.ok ? undefined : made.reason)
    if (made.ok && renamed) select(renamed(to))
  }
  return (
    <div className={styles.row}>
      <TextField
        label="Name"
        layout="row"
        hint={path ? undefined : 'Also renamed wherever it is used.'}
        value={id}
        {...refusal}
        disabled={locked}
        onCommit={rename}
      />
    </div>
  )
}
