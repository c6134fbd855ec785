import type { DocumentPath } from '../../scenario/diagnostic'
import { scenarioEdits } from '../../scenario/edit'
import { fieldSchemaAt } from '../../scenario/fields'
import { sequence } from './checkedEdit'
import { labelText, wordText } from './fieldText'
import styles from './Inspector.module.css'
import { useInspector } from './InspectorContext'
import { isWritten, valueAt } from './valueAt'

/** A list of words of which each may be there once, as check boxes. */
export function MetricChoice({ path }: { readonly path: DocumentPath }) {
  const { scenario, parsed, locked, perform } = useInspector()
  const title = labelText(fieldSchemaAt(path)?.title ?? '')
  const words = fieldSchemaAt([...path, 0])?.options ?? []
  const chosen = valueAt(scenario, path) as readonly string[]

  const toggle = (word: string) => {
    const at = chosen.indexOf(word)
    const spell = isWritten(parsed, path)
      ? []
      : chosen.map((each, index) => (text: string) => scenarioEdits.setValue(text, [...path, index], each))
    const change = (text: string) =>
      at < 0
        ? scenarioEdits.setValue(text, [...path, chosen.length], word)
        : scenarioEdits.removeAt(text, [...path, at])
    perform(sequence(`${at < 0 ? 'add' : 'remove'} ${word}`, [...spell, change]))
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
