import { scenarioEdits } from '../../scenario/edit'
import type { ElementRef } from '../../scenario/element'
import { TextField } from '../../widgets/TextField'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { useRefusal } from './useRefusal'

interface NameFieldProps {
  readonly id: string
  /** What is selected once the component has its new name. */
  readonly renamed: (id: string) => ElementRef
}

/** The id of a component; a new one goes to every place that refers to it. */
export function NameField({ id, renamed }: NameFieldProps) {
  const { locked, tryEdit, select } = useInspector()
  const [refusal, setRefusal] = useRefusal()
  const rename = (next: string) => {
    const made = tryEdit((text) => scenarioEdits.renameId(text, id, next.trim()))
    setRefusal(made.ok ? undefined : made.reason)
    if (made.ok) select(renamed(next.trim()))
  }
  return (
    <div className={styles.row}>
      <TextField
        label="Name"
        layout="row"
        hint="Also renamed wherever it is used."
        value={id}
        error={refusal}
        onDismissError={() => setRefusal(undefined)}
        disabled={locked}
        onCommit={rename}
      />
    </div>
  )
}
