import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { fieldSchemaAt } from '../../scenario/fields'
import { valueAt } from '../../scenario/valueAt'
import { TextField } from '../../widgets/TextField'
import { labelText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { listText, readList } from './listText'
import { useRefusal } from './useRefusal'

interface ListFieldProps {
  readonly path: DocumentPath
  readonly kinds: readonly string[]
}

/** Several numbers, or several quantiles, on one line. */
export function ListField({ path, kinds }: ListFieldProps) {
  const { scenario, locked, tryEdit } = useInspector()
  const [refusal, setRefusal] = useRefusal()
  const field = fieldSchemaAt(path, ...kinds)
  const isMap = field?.type === 'object'
  const commit = (line: string) => {
    const value = readList(line, isMap)
    if (value === undefined) {
      setRefusal(isMap ? 'Write pairs such as p50 0.02, separated by commas.' : 'Write numbers, separated by commas.')
      return
    }
    const made = tryEdit((text) => scenarioEdits.setValue(text, path, value))
    setRefusal(made.ok ? undefined : made.reason)
  }
  return (
    <div className={styles.row}>
      <TextField
        label={`${labelText(field?.title ?? '')}${field?.unit === undefined ? '' : ` [${field.unit}]`}`}
        layout="row"
        value={listText(valueAt(scenario, path))}
        {...refusal}
        disabled={locked}
        onCommit={commit}
      />
    </div>
  )
}
