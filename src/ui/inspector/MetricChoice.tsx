import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { fieldSchemaAt } from '../../scenario/fields'
import { valueAt } from '../../scenario/valueAt'
import { labelText, wordText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'

/** A list of words of which each may be there once, as check boxes. */
export function MetricChoice({ path }: { readonly path: DocumentPath }) {
  const { scenario, locked, perform } = useInspector()
  const title = labelText(fieldSchemaAt(path)?.title ?? '')
  const words = fieldSchemaAt([...path, 0])?.options ?? []
  const chosen = valueAt(scenario, path) as readonly string[]

  const toggle = (word: string) => {
    const next = chosen.includes(word) ? chosen.filter((each) => each !== word) : [...chosen, word]
    perform((text) => scenarioEdits.setWords(text, path, next))
  }
  return (
    <fieldset className={styles.choice} disabled={locked}>
      <legend>{title}</legend>
      {words.map((word) => (
        <label key={word}>
          <input type="checkbox" checked={chosen.includes(word)} onChange={() => toggle(word)} />
          {wordText(word)}
        </label>
      ))}
    </fieldset>
  )
}
