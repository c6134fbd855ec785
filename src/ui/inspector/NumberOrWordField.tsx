import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { fieldSchemaAt } from '../../scenario/fields'
import { valueAt } from '../../scenario/valueAt'
import { Select } from '../../widgets/Select'
import { labelText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { ScalarField } from './ScalarField'
import { useRefusal } from './useRefusal'

interface NumberOrWordFieldProps {
  readonly path: DocumentPath
  readonly words: readonly string[]
}

/** What the choice says where no word stands in place of the number. */
const NUMBER = 'a number'

/** A number, or one of a few words in its place. The default is a number, so that it applies when the word goes. */
export function NumberOrWordField({ path, words }: NumberOrWordFieldProps) {
  const { scenario, locked, tryEdit } = useInspector()
  const [refusal, setRefusal] = useRefusal()
  const value = valueAt(scenario, path)
  const chosen = typeof value === 'string' ? value : NUMBER
  const choose = (next: string) => {
    const made = tryEdit((text) =>
      next === NUMBER ? scenarioEdits.removeAt(text, path) : scenarioEdits.setValue(text, path, next),
    )
    setRefusal(made.ok ? undefined : made.reason)
  }
  return (
    <>
      {chosen === NUMBER && <ScalarField path={path} />}
      <div className={styles.row}>
        <Select
          label={`${labelText(fieldSchemaAt(path)?.title ?? '')} is`}
          layout="row"
          value={chosen}
          options={[NUMBER, ...words].map((word) => ({ value: word, label: word }))}
          {...refusal}
          disabled={locked}
          onCommit={choose}
        />
      </div>
    </>
  )
}
